package systems.voltaic.magnetiq.audit;

import io.vertx.core.Future;
import systems.voltaic.magnetiq.csv.Csv;
import systems.voltaic.magnetiq.db.Paging;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Api;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.http.Routes;

/** The audit over HTTP. */
public final class AuditRoutes implements Routes {

  private static final int PAGE = 20;
  private static final String LINES = "application/jsonl";

  private final AuditLog log;
  private final Verification verification;

  public AuditRoutes(AuditLog log, Verification verification) {
    this.log = log;
    this.verification = verification;
  }

  @Override
  public void mount(Api api) {
    api.on("listAudit", this::list)
        .on("getAuditEntry", call -> log.byId(call.caller(), call.pathId("id")).map(Answer::ok))
        .on("exportAudit", this::export)
        .on("verifyAudit", call -> verification.verify(call.caller()).map(Answer::ok));
  }

  private Future<Answer> list(Call call) {
    var paging = Paging.of(call.query("limit", PAGE), call.query("cursor"));
    return log.list(call.caller(), Filter.of(call), paging).map(Answer::ok);
  }

  private Future<Answer> export(Call call) {
    Filter filter = Filter.of(call);
    boolean lines = call.envelope().header("accept").orElse("").contains(LINES);
    var export = new Export(log, call.caller(), filter, !lines);
    return log.noteExport(call.caller(), filter)
        .map(
            noted ->
                lines
                    ? Answer.file(LINES, "audit.jsonl", export)
                    : Answer.file(Csv.TYPE, "audit.csv", export));
  }
}
