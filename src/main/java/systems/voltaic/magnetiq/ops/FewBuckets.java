package systems.voltaic.magnetiq.ops;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.util.Arrays;

/** Keeps a histogram to eight buckets, the last of which is infinity. */
final class FewBuckets implements MeterFilter {

  private static final int MOST = 7;

  @Override
  public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
    double[] bounds = config.getServiceLevelObjectiveBoundaries();
    boolean tooMany = bounds != null && bounds.length > MOST;
    if (!tooMany && !Boolean.TRUE.equals(config.isPercentileHistogram())) {
      return config;
    }
    return DistributionStatisticConfig.builder()
        .percentilesHistogram(false)
        .serviceLevelObjectives(bounds == null ? new double[0] : spread(bounds))
        .build()
        .merge(config);
  }

  /** The first, the last, and some evenly between. */
  private static double[] spread(double[] bounds) {
    if (bounds.length <= MOST) {
      return bounds;
    }
    double[] chosen = new double[MOST];
    Arrays.setAll(chosen, i -> bounds[i * (bounds.length - 1) / (MOST - 1)]);
    return chosen;
  }
}
