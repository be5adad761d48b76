package systems.voltaic.magnetiq.ops;

import io.vertx.core.Future;
import java.util.List;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Api;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.http.Routes;

/** How the system is, over the contract. */
public final class SystemRoutes implements Routes {

  private static final String INSIDER = "system:read";

  record AlertList(List<Alerts.Alert> items) {}

  private final Build build;
  private final Health health;
  private final List<Feature> features;
  private final SystemInfo info;
  private final Performance performance;
  private final Alerts alerts;
  private final Maintenance maintenance;

  public SystemRoutes(
      Build build,
      Health health,
      List<Feature> features,
      SystemInfo info,
      Performance performance,
      Alerts alerts,
      Maintenance maintenance) {
    this.build = build;
    this.health = health;
    this.features = List.copyOf(features);
    this.info = info;
    this.performance = performance;
    this.alerts = alerts;
    this.maintenance = maintenance;
  }

  @Override
  public void mount(Api api) {
    api.on("getHealth", call -> now(HealthReport.of(health, build, false)))
        .on("getHealthDetailed", call -> now(HealthReport.of(health, build, insider(call))))
        .on("getHealthTree", call -> now(HealthTree.of(health, features)))
        .on("getSystem", call -> info.read().map(Answer::ok))
        .on("getPerformance", call -> now(performance.report()))
        .on("listAlerts", call -> now(new AlertList(alerts.current())))
        .on("clearCache", call -> run(call, "clear-cache"))
        .on("collectGarbage", call -> run(call, "garbage-collect"))
        .on("vacuum", call -> run(call, "vacuum"));
  }

  private Future<Answer> run(Call call, String action) {
    return maintenance.run(call.caller(), action).map(Answer::ok);
  }

  private static boolean insider(Call call) {
    return call.caller().may(INSIDER);
  }

  private static Future<Answer> now(Object value) {
    return Future.succeededFuture(Answer.ok(value));
  }
}
