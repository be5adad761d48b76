package systems.voltaic.magnetiq.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.fault.Fault.Detail;
import systems.voltaic.magnetiq.json.Json;
import systems.voltaic.magnetiq.schema.CompiledSchema;

/** What a page may be. */
public final class DraftRules {

  /** First parts of paths that mean something else than a page. */
  private static final Set<String> RESERVED =
      Set.of(
          "de", "en", "api", "admin", "art", "assets", "docs", "health", "join", "media", "metrics",
          "ws");

  private final CompiledSchema schema;
  private final BlockRules blocks;

  /** The contract's schemas are the one source. */
  public DraftRules(JsonNode contract) {
    this.schema = CompiledSchema.of(contract, contract.at("/components/schemas/PageDraft"));
    this.blocks = new BlockRules(contract);
  }

  /** The draft as it may be kept: what must not be shown is taken out of its HTML. */
  public PageDraft checked(Caller caller, JsonNode draft) {
    var faults = new ArrayList<Detail>(schema.faults(withoutBlocks(draft)));
    faults.addAll(blocks.schemaFaults(draft.path("blocks")));
    if (!faults.isEmpty()) {
      throw Fault.invalid("invalid", "the page does not match the contract", faults);
    }
    blocks.rules(caller, draft.path("blocks"), faults);
    refuseReserved(draft.path("path").asText(), faults);
    if (!faults.isEmpty()) {
      throw Fault.rule("page-rules", "the page breaks rules", faults.toArray(Detail[]::new));
    }
    var read = Json.read(draft, PageDraft.class);
    return read.withBlocks(blocks.clean(read.blocks()));
  }

  private static JsonNode withoutBlocks(JsonNode draft) {
    if (!draft.path("blocks").isArray()) {
      return draft;
    }
    ObjectNode plain = ((ObjectNode) draft).objectNode();
    draft.properties().forEach(field -> plain.set(field.getKey(), field.getValue()));
    plain.putArray("blocks");
    return plain;
  }

  private static void refuseReserved(String path, List<Detail> faults) {
    if (RESERVED.contains(path.split("/", 2)[0])) {
      faults.add(new Detail("/path", "reserved", "begins with a word that is not for pages"));
    }
  }
}
