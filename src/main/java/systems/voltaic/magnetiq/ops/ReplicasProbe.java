package systems.voltaic.magnetiq.ops;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The database, and how far each replica is behind it. */
public final class ReplicasProbe {

  /**
   * One replica.
   *
   * @param lagSeconds how far it is behind; null when it does not answer
   */
  public record Replica(String name, Double lagSeconds) {}

  static final double FAR_BEHIND = 1;
  private static final String EFFECT =
      "Reading goes to the primary database and may be slower; nothing is missing.";

  public static Probe of(Supplier<Future<List<Replica>>> replicas) {
    return Probe.of(
        "replicas",
        Probe.Group.CORE,
        false,
        EFFECT,
        () -> replicas.get().map(ReplicasProbe::judge));
  }

  static Finding judge(List<Replica> replicas) {
    var details = new LinkedHashMap<String, Object>();
    replicas.forEach(r -> details.put(r.name(), seen(r)));
    boolean fine = replicas.stream().allMatch(r -> near(r.lagSeconds()));
    return fine ? Finding.up(details) : Finding.degraded(details);
  }

  private static Map<String, Object> seen(Replica replica) {
    return replica.lagSeconds() == null
        ? Map.of("status", "down")
        : Map.of(
            "status",
            near(replica.lagSeconds()) ? "up" : "degraded",
            "lagSeconds",
            replica.lagSeconds());
  }

  private static boolean near(Double lag) {
    return lag != null && lag < FAR_BEHIND;
  }

  private ReplicasProbe() {}
}
