package systems.voltaic.magnetiq.job;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import systems.voltaic.magnetiq.db.Paging;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Api;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.http.Routes;

/** Jobs over HTTP. */
public final class JobRoutes implements Routes {

  private static final int PAGE = 20;

  private final OpenJobs jobs;

  public JobRoutes(OpenJobs jobs) {
    this.jobs = jobs;
  }

  private record Purged(int purged) {}

  @Override
  public void mount(Api api) {
    api.on("listJobs", this::list)
        .on("getJob", call -> jobs.byId(call.caller(), call.pathId("id")).map(JobRoutes::whole))
        .on(
            "replayJob",
            call -> jobs.replay(call.caller(), call.pathId("id")).map(JobRoutes::whole))
        .on("cancelJob", this::cancel)
        .on("purgeJobs", this::purge);
  }

  private Future<Answer> list(Call call) {
    var state = call.query("state").map(s -> Job.State.valueOf(s.toUpperCase(Locale.ROOT)));
    var paging = Paging.of(call.query("limit", PAGE), call.query("cursor"));
    return jobs.list(call.caller(), state, call.query("kind"), paging).map(Answer::ok);
  }

  private Future<Answer> cancel(Call call) {
    return jobs.cancel(call.caller(), call.pathId("id"), call.ifMatch().orElseThrow())
        .map(done -> Answer.noContent());
  }

  private Future<Answer> purge(Call call) {
    var kind = Optional.ofNullable(call.body().get("kind")).map(k -> k.asText());
    var age = Duration.ofDays(call.body().get("olderThanDays").asLong());
    return jobs.purge(call.caller(), kind, age).map(Purged::new).map(Answer::ok);
  }

  private static Answer whole(Job job) {
    return Answer.ok(job).version(job.version());
  }
}
