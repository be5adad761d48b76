package systems.voltaic.magnetiq.pages;

import com.fasterxml.jackson.databind.JsonNode;
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

  /** The contract's schemas are the one source. */
  public DraftRules(JsonNode contract) {
    this.schema = CompiledSchema.of(contract, contract.at("/components/schemas/PageDraft"));
  }

  /** The draft as it may be kept: what must not be shown is taken out of its HTML. */
  public PageDraft checked(Caller caller, JsonNode draft) {
    var faults = new ArrayList<Detail>(schema.faults(draft));
    if (!faults.isEmpty()) {
      throw Fault.invalid("invalid", "the page does not match the contract", faults);
    }
    BlockRules.check(caller, draft.path("blocks"), faults);
    refuseReserved(draft.path("path").asText(), faults);
    if (!faults.isEmpty()) {
      throw Fault.rule("page-rules", "the page breaks rules", faults.toArray(Detail[]::new));
    }
    var read = Json.read(draft, PageDraft.class);
    return read.withBlocks(BlockRules.clean(read.blocks()));
  }

  private static void refuseReserved(String path, List<Detail> faults) {
    if (RESERVED.contains(path.split("/", 2)[0])) {
      faults.add(new Detail("/path", "reserved", "begins with a word that is not for pages"));
    }
  }
}
