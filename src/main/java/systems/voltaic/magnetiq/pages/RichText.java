package systems.voltaic.magnetiq.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/** Markdown as the document that pages hold; HTML in it is shown as it is written. */
final class RichText extends AbstractVisitor {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Parser PARSER = Parser.builder().build();

  private final Deque<ArrayNode> open = new ArrayDeque<>();
  private final Deque<ObjectNode> marks = new ArrayDeque<>();

  static JsonNode ofMarkdown(String markdown) {
    var document = JSON.objectNode().put("type", "doc");
    var writer = new RichText();
    writer.open.push(document.putArray("content"));
    PARSER.parse(markdown).accept(writer);
    return document;
  }

  @Override
  public void visit(Paragraph node) {
    inside("paragraph", node);
  }

  @Override
  public void visit(Heading node) {
    int level = Math.min(4, Math.max(2, node.getLevel()));
    inside("heading", node).putObject("attrs").put("level", level);
  }

  @Override
  public void visit(BulletList node) {
    inside("bulletList", node);
  }

  @Override
  public void visit(OrderedList node) {
    inside("orderedList", node);
  }

  @Override
  public void visit(ListItem node) {
    inside("listItem", node);
  }

  @Override
  public void visit(BlockQuote node) {
    inside("blockquote", node);
  }

  @Override
  public void visit(ThematicBreak node) {
    add("horizontalRule");
  }

  @Override
  public void visit(FencedCodeBlock node) {
    code(node.getLiteral(), node.getInfo());
  }

  @Override
  public void visit(IndentedCodeBlock node) {
    code(node.getLiteral(), "");
  }

  @Override
  public void visit(HtmlBlock node) {
    open.push(add("paragraph").putArray("content"));
    text(node.getLiteral());
    open.pop();
  }

  @Override
  public void visit(HtmlInline node) {
    text(node.getLiteral());
  }

  @Override
  public void visit(Text node) {
    text(node.getLiteral());
  }

  @Override
  public void visit(SoftLineBreak node) {
    text(" ");
  }

  @Override
  public void visit(HardLineBreak node) {
    add("hardBreak");
  }

  @Override
  public void visit(Emphasis node) {
    marked(mark("em"), () -> visitChildren(node));
  }

  @Override
  public void visit(StrongEmphasis node) {
    marked(mark("strong"), () -> visitChildren(node));
  }

  @Override
  public void visit(Code node) {
    marked(mark("code"), () -> text(node.getLiteral()));
  }

  @Override
  public void visit(Link node) {
    var link = mark("link");
    link.putObject("attrs").put("href", node.getDestination());
    marked(link, () -> visitChildren(node));
  }

  private ObjectNode inside(String type, Node node) {
    ObjectNode made = add(type);
    open.push(made.putArray("content"));
    visitChildren(node);
    open.pop();
    return made;
  }

  private ObjectNode add(String type) {
    return open.peek().addObject().put("type", type);
  }

  private void code(String literal, String info) {
    ObjectNode block = add("codeBlock");
    if (info != null && !info.isBlank()) {
      block.putObject("attrs").put("language", info.strip());
    }
    if (!literal.isBlank()) {
      ArrayNode content = block.putArray("content");
      content.addObject().put("type", "text").put("text", literal.stripTrailing());
    }
  }

  /** Joins what the parser split, such as the two halves of a name with an underscore. */
  private void text(String literal) {
    if (literal.isEmpty()) {
      return;
    }
    ArrayNode wanted = JSON.arrayNode();
    marks.descendingIterator().forEachRemaining(mark -> wanted.add(mark.deepCopy()));
    JsonNode last = open.peek().path(open.peek().size() - 1);
    boolean same =
        last.path("type").asText().equals("text") && last.path("marks").equals(orNone(wanted));
    if (same) {
      ((ObjectNode) last).put("text", last.path("text").asText() + literal);
    } else {
      write(literal, wanted);
    }
  }

  private void write(String literal, ArrayNode wanted) {
    ObjectNode text = add("text").put("text", literal);
    if (!wanted.isEmpty()) {
      text.set("marks", wanted);
    }
  }

  private static JsonNode orNone(ArrayNode wanted) {
    return wanted.isEmpty() ? JSON.objectNode().path("marks") : wanted;
  }

  private static ObjectNode mark(String type) {
    return JSON.objectNode().put("type", type);
  }

  private void marked(ObjectNode mark, Runnable write) {
    marks.push(mark);
    write.run();
    marks.pop();
  }
}
