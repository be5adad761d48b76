package systems.voltaic.magnetiq.schedule;

import io.vertx.core.Future;
import java.util.List;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Api;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.http.Routes;

/** Ticks over HTTP. */
public final class ScheduleRoutes implements Routes {

  private record Items(List<Tick.State> items) {}

  private record Change(boolean paused) {}

  private final Ticks ticks;

  public ScheduleRoutes(Ticks ticks) {
    this.ticks = ticks;
  }

  @Override
  public void mount(Api api) {
    api.on("listTicks", call -> ticks.list(call.caller()).map(all -> Answer.ok(new Items(all))))
        .on("getTick", call -> ticks.byName(call.caller(), call.path("name")).map(this::answer))
        .on("changeTick", this::change)
        .on("runTick", call -> ticks.run(call.caller(), call.path("name")).map(Answer::accepted));
  }

  private Future<Answer> change(Call call) {
    boolean paused = call.body(Change.class).paused();
    return ticks
        .change(call.caller(), call.path("name"), paused, call.ifMatch().orElseThrow())
        .map(this::answer);
  }

  private Answer answer(Tick.State tick) {
    return Answer.ok(tick).version(tick.version());
  }
}
