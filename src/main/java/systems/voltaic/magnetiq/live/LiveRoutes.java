package systems.voltaic.magnetiq.live;

import io.vertx.core.Future;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Api;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.http.Routes;

/** Tickets for live connections, and the search over everything, over HTTP. */
public final class LiveRoutes implements Routes {

  private final Live live;
  private final Search search;

  public LiveRoutes(Live live, Search search) {
    this.live = live;
    this.search = search;
  }

  private record Ticket(String ticket) {}

  @Override
  public void mount(Api api) {
    api.on("openLive", this::open).on("search", this::search);
  }

  private Future<Answer> open(Call call) {
    return live.ticket(call.caller()).map(Ticket::new).map(Answer::ok).map(Answer::secret);
  }

  private Future<Answer> search(Call call) {
    return search.find(call.caller(), call.query("q").orElse("")).map(Answer::ok);
  }
}
