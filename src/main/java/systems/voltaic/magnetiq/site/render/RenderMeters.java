package systems.voltaic.magnetiq.site.render;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;

/** What rendering costs and how it fails. */
final class RenderMeters {

  private final MeterRegistry meters;
  private final Timer time;

  RenderMeters(MeterRegistry meters, Collection<?> queue) {
    this.meters = meters;
    this.time =
        Timer.builder("page_render")
            .serviceLevelObjectives(
                Duration.ofMillis(5),
                Duration.ofMillis(10),
                Duration.ofMillis(25),
                Duration.ofMillis(50),
                Duration.ofMillis(100),
                Duration.ofMillis(300),
                Duration.ofSeconds(1))
            .register(meters);
    meters.gaugeCollectionSize("page_render_queue", Tags.empty(), queue);
  }

  void rendered(long nanos) {
    time.record(Duration.ofNanos(nanos));
  }

  void failed(String reason) {
    meters.counter("page_render_failures", "reason", reason).increment();
  }
}
