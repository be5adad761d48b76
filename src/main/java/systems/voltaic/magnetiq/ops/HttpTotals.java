package systems.voltaic.magnetiq.ops;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * All requests so far, over every route.
 *
 * @param atMost how many took at most so many seconds
 */
record HttpTotals(double requests, double errors, TreeMap<Double, Double> atMost) {

  static HttpTotals read(MeterRegistry registry) {
    double requests = 0;
    double errors = 0;
    for (Counter counter : registry.find("http_requests").counters()) {
      requests += counter.count();
      errors += failed(counter) ? counter.count() : 0;
    }
    var atMost = new TreeMap<Double, Double>();
    for (Timer timer : registry.find("http_request_duration").timers()) {
      add(timer.takeSnapshot(), atMost);
    }
    return new HttpTotals(requests, errors, atMost);
  }

  HttpTotals since(HttpTotals before) {
    var grown = new TreeMap<>(atMost);
    before.atMost().forEach((bound, count) -> grown.merge(bound, -count, Double::sum));
    return new HttpTotals(requests - before.requests, errors - before.errors, grown);
  }

  double errorPercent() {
    return requests == 0 ? 0 : 100 * errors / requests;
  }

  /** Read off the buckets, evenly spread inside each; at most the highest finite bound. */
  double percentileSeconds(double share) {
    double all = atMost.isEmpty() ? 0 : atMost.lastEntry().getValue();
    double wanted = all * share;
    double lower = 0;
    double below = 0;
    for (var bucket : atMost.entrySet()) {
      if (bucket.getValue() >= wanted && bucket.getValue() > below) {
        double upper = Double.isInfinite(bucket.getKey()) ? lower : bucket.getKey();
        return lower + (upper - lower) * (wanted - below) / (bucket.getValue() - below);
      }
      lower = bucket.getKey();
      below = bucket.getValue();
    }
    return 0;
  }

  private static void add(HistogramSnapshot snapshot, TreeMap<Double, Double> atMost) {
    for (CountAtBucket bucket : snapshot.histogramCounts()) {
      atMost.merge(bucket.bucket(TimeUnit.SECONDS), bucket.count(), Double::sum);
    }
    atMost.merge(Double.POSITIVE_INFINITY, (double) snapshot.count(), Double::sum);
  }

  private static boolean failed(Counter counter) {
    String status = counter.getId().getTag("status_code");
    return status != null && status.startsWith("5");
  }
}
