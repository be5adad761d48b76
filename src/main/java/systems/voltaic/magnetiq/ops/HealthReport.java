package systems.voltaic.magnetiq.ops;

import java.util.List;

/** The state in one word; for insiders also what it is made of. */
record HealthReport(String status, String version, List<ProbeResult> probes) {

  static HealthReport of(Health health, Build build, boolean insider) {
    return new HealthReport(health.status(), build.version(), insider ? health.results() : null);
  }
}
