package systems.voltaic.magnetiq.pages;

import com.fasterxml.jackson.databind.JsonNode;

/** The blocks of a page with those inside of them. */
final class BlockTree {

  /** Sees one block after the other, each before those inside of it. */
  interface Visitor {
    void see(JsonNode block, String pointer, int depth);
  }

  /** The pointer is where the list is. */
  static void visit(JsonNode blocks, String pointer, Visitor visitor) {
    visit(blocks, pointer, 1, visitor);
  }

  private static void visit(JsonNode blocks, String pointer, int depth, Visitor visitor) {
    for (int i = 0; blocks.isArray() && i < blocks.size(); i++) {
      JsonNode block = blocks.get(i);
      String here = pointer + "/" + i;
      visitor.see(block, here, depth);
      visit(block.path("blocks"), here + "/blocks", depth + 1, visitor);
      JsonNode columns = block.path("columns");
      for (int c = 0; columns.isArray() && c < columns.size(); c++) {
        visit(
            columns.get(c).path("blocks"), here + "/columns/" + c + "/blocks", depth + 1, visitor);
      }
    }
  }

  private BlockTree() {}
}
