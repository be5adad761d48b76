package systems.voltaic.magnetiq.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.csv.Csv;
import systems.voltaic.magnetiq.http.Pieces;
import systems.voltaic.magnetiq.json.Json;

/** A copy of the audit, made a few hundred entries at a time while it is sent. */
final class Export implements Pieces {

  static final int ENTRIES = 250;

  private final AuditLog log;
  private final Caller caller;
  private final Filter filter;
  private final boolean csv;
  private Optional<UUID> last = Optional.empty();
  private boolean begun;
  private boolean over;

  Export(AuditLog log, Caller caller, Filter filter, boolean csv) {
    this.log = log;
    this.caller = caller;
    this.filter = filter;
    this.csv = csv;
  }

  @Override
  public Future<Buffer> next() {
    return over
        ? Future.succeededFuture(Buffer.buffer())
        : log.some(caller, filter, last, ENTRIES).map(this::written);
  }

  private Buffer written(List<Entry> entries) {
    Buffer piece = csv && !begun ? head() : Buffer.buffer();
    begun = true;
    over = entries.size() < ENTRIES;
    entries.forEach(entry -> piece.appendBuffer(csv ? row(entry) : line(entry)));
    if (!entries.isEmpty()) {
      last = Optional.of(entries.get(entries.size() - 1).id());
    }
    return piece;
  }

  private static Buffer head() {
    return Csv.row(
        "id",
        "at",
        "actor",
        "actorName",
        "client",
        "requestId",
        "action",
        "subject",
        "subjectName",
        "before",
        "after");
  }

  private static Buffer row(Entry entry) {
    return Csv.row(
        entry.id().toString(),
        entry.at().toString(),
        entry.actor(),
        entry.actorName(),
        entry.client(),
        entry.requestId(),
        entry.action(),
        entry.subject(),
        entry.subjectName(),
        text(entry.before()),
        text(entry.after()));
  }

  private static Buffer line(Entry entry) {
    return Json.write(entry).appendString("\n");
  }

  private static String text(JsonNode tree) {
    return tree == null ? null : tree.toString();
  }
}
