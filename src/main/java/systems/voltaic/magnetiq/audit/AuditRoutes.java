package systems.voltaic.magnetiq.audit;

import io.vertx.core.Future;
import systems.voltaic.magnetiq.db.Paging;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Api;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.http.Routes;

/** The audit over HTTP. */
public final class AuditRoutes implements Routes {

  private final Audit audit;

  public AuditRoutes(Audit audit) {
    this.audit = audit;
  }

  @Override
  public void mount(Api api) {
    api.on("listAudit", this::list);
  }

  private Future<Answer> list(Call call) {
    var paging = Paging.of(call.query("limit", 20), call.query("cursor"));
    return audit.list(call.caller(), call.query("subject"), paging).map(Answer::ok);
  }
}
