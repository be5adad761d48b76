package systems.voltaic.magnetiq.ops;

import java.util.List;
import java.util.Map;

/** The whole state: what we run on, whom we talk to, and what visitors can do because of it. */
record HealthTree(
    String status,
    List<ProbeResult> core,
    List<ProbeResult> external,
    List<FeatureState> features,
    Map<String, Double> thresholds) {

  record FeatureState(String name, String status, List<String> because, String effect) {}

  private static final Map<String, Double> THRESHOLDS =
      Map.of(
          "diskWarningPercent",
          (double) DiskProbe.WARNING_PERCENT,
          "diskFullPercent",
          (double) DiskProbe.FULL_PERCENT,
          "queueLateSeconds",
          QueueProbe.LATE_SECONDS,
          "queueStuckSeconds",
          QueueProbe.STUCK_SECONDS,
          "replicaLagSeconds",
          ReplicasProbe.FAR_BEHIND,
          "certificateDays",
          (double) CertificateProbe.RENEW.toDays());

  static HealthTree of(Health health, List<Feature> features) {
    List<ProbeResult> all = health.results();
    return new HealthTree(
        health.status(),
        health.results(Probe.Group.CORE),
        health.results(Probe.Group.EXTERNAL),
        features.stream().map(feature -> state(feature, all)).toList(),
        THRESHOLDS);
  }

  private static FeatureState state(Feature feature, List<ProbeResult> all) {
    List<String> missing =
        all.stream()
            .filter(result -> !result.up() && feature.needs().contains(result.name()))
            .map(ProbeResult::name)
            .toList();
    return missing.isEmpty()
        ? new FeatureState(feature.name(), "up", missing, null)
        : new FeatureState(feature.name(), "degraded", missing, feature.effect());
  }
}
