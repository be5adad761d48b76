package systems.voltaic.magnetiq.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.fault.Fault.Detail;
import systems.voltaic.magnetiq.json.Json;

/** What the blocks of a page may be all together, which no schema can say. */
final class BlockRules {

  static final int MOST = 200;
  static final int DEEPEST = 3;
  static final int MOST_BYTES = 1 << 20;

  /** Whoever may put HTML of their own on a page. */
  static final String HTML_PERMISSION = "content:html";

  static void check(Caller caller, JsonNode blocks, List<Detail> faults) {
    if (Json.write(blocks).length() > MOST_BYTES) {
      faults.add(new Detail("/blocks", "page-size", "takes more than 1 MB"));
    }
    var count = new AtomicInteger();
    Set<String> keys = new HashSet<>();
    BlockTree.visit(
        blocks,
        "/blocks",
        (block, pointer, depth) -> {
          refuseDepth(depth, pointer, faults);
          refuseSameKey(keys, block, pointer, faults);
          refuseHtml(caller, block, pointer, faults);
          count.incrementAndGet();
        });
    if (count.get() > MOST) {
      faults.add(new Detail("/blocks", "page-blocks", "are more than 200 together"));
    }
    Links.check(blocks, "/blocks", faults);
  }

  /** The same with HTML that can do no harm. */
  static JsonNode clean(JsonNode blocks) {
    JsonNode copy = blocks.deepCopy();
    BlockTree.visit(copy, "", (block, pointer, depth) -> clean((ObjectNode) block));
    return copy;
  }

  private static void clean(ObjectNode block) {
    if (isHtml(block)) {
      block.put("html", SafeHtml.of(block.path("html").asText()));
    }
  }

  private static boolean isHtml(JsonNode block) {
    return block.path("type").asText().equals("html");
  }

  private static void refuseDepth(int depth, String pointer, List<Detail> faults) {
    if (depth == DEEPEST + 1) {
      faults.add(new Detail(pointer, "page-nesting", "lies more than three blocks deep"));
    }
  }

  private static void refuseSameKey(
      Set<String> keys, JsonNode block, String pointer, List<Detail> faults) {
    if (!keys.add(block.path("key").asText())) {
      faults.add(new Detail(pointer + "/key", "page-key", "is the key of another block"));
    }
  }

  private static void refuseHtml(
      Caller caller, JsonNode block, String pointer, List<Detail> faults) {
    if (isHtml(block) && !caller.may(HTML_PERMISSION)) {
      faults.add(new Detail(pointer, "page-html", "is not for you to write"));
    } else if (isHtml(block) && SafeHtml.of(block.path("html").asText()).isBlank()) {
      faults.add(new Detail(pointer + "/html", "page-html-empty", "holds nothing that is safe"));
    }
  }

  private BlockRules() {}
}
