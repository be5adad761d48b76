package systems.voltaic.magnetiq.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.fault.Fault.Detail;
import systems.voltaic.magnetiq.json.Json;
import systems.voltaic.magnetiq.schema.CompiledSchema;

/** What the blocks of a page may be: each by the schema of its type, and all of them together. */
final class BlockRules {

  static final int MOST = 200;
  static final int DEEPEST = 3;
  static final int MOST_BYTES = 1 << 20;

  /** Whoever may put HTML of their own on a page. */
  static final String HTML_PERMISSION = "content:html";

  private static final JsonNode ANY_BLOCK =
      JsonNodeFactory.instance.objectNode().put("type", "divider").put("key", "x");

  private final Map<String, CompiledSchema> byType = new HashMap<>();

  BlockRules(JsonNode contract) {
    for (JsonNode one : contract.at("/components/schemas/Block/oneOf")) {
      JsonNode schema = contract.at(one.path("$ref").asText().substring(1));
      String type = schema.at("/properties/type/const").asText();
      byType.put(type, CompiledSchema.of(contract, schema));
    }
  }

  /** Each block alone, so that a fault is told for what the block says it is. */
  List<Detail> schemaFaults(JsonNode blocks) {
    var faults = new ArrayList<Detail>();
    BlockTree.visit(blocks, "/blocks", (block, at, depth) -> schemaFaults(block, at, faults));
    return faults;
  }

  private void schemaFaults(JsonNode block, String pointer, List<Detail> faults) {
    CompiledSchema schema = byType.get(block.path("type").asText());
    if (schema == null) {
      faults.add(new Detail(pointer + "/type", "block-type", "is no type of block"));
    } else {
      for (Detail fault : schema.faults(alone(block))) {
        faults.add(new Detail(pointer + fault.pointer(), fault.code(), fault.message()));
      }
    }
  }

  /** What no schema can say. */
  void rules(Caller caller, JsonNode blocks, List<Detail> faults) {
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
  JsonNode clean(JsonNode blocks) {
    JsonNode copy = blocks.deepCopy();
    BlockTree.visit(copy, "", (block, pointer, depth) -> clean((ObjectNode) block));
    return copy;
  }

  private static void clean(ObjectNode block) {
    if (block.path("type").asText().equals("html")) {
      block.put("html", SafeHtml.of(block.path("html").asText()));
    }
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
    if (!block.path("type").asText().equals("html")) {
      return;
    }
    if (!caller.may(HTML_PERMISSION)) {
      faults.add(new Detail(pointer, "page-html", "is not for you to write"));
    } else if (SafeHtml.of(block.path("html").asText()).isBlank()) {
      faults.add(new Detail(pointer + "/html", "page-html-empty", "holds nothing that is safe"));
    }
  }

  /** Something small in place of the blocks inside, which are looked at by themselves. */
  private static JsonNode alone(JsonNode block) {
    boolean columns = block.path("columns").isArray();
    if (!block.path("blocks").isArray() && !columns) {
      return block;
    }
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    block.properties().forEach(field -> copy.set(field.getKey(), field.getValue()));
    replaceBlocks(copy);
    if (columns) {
      ArrayNode replaced = copy.putArray("columns");
      block.path("columns").forEach(column -> replaced.add(alone(column)));
    }
    return copy;
  }

  private static void replaceBlocks(ObjectNode holder) {
    if (holder.path("blocks").isArray()) {
      int size = holder.path("blocks").size();
      ArrayNode replaced = holder.putArray("blocks");
      for (int i = 0; i < size; i++) {
        replaced.add(ANY_BLOCK);
      }
    }
  }
}
