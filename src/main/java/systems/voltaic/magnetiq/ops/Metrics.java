package systems.voltaic.magnetiq.ops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmHeapPressureMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.util.List;

/** The one registry everybody counts in, with what the process itself has to tell. */
public final class Metrics implements AutoCloseable {

  private static final int MOST_METERS = 1_500;

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final JvmHeapPressureMetrics pressure = new JvmHeapPressureMetrics();

  public Metrics() {
    registry
        .config()
        .meterFilter(MeterFilter.maximumAllowableMetrics(MOST_METERS))
        .meterFilter(MeterFilter.deny(Metrics::isUnread))
        .meterFilter(new FewBuckets());
    List<MeterBinder> binders =
        List.of(
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new ProcessorMetrics(),
            new FileDescriptorMetrics(),
            new UptimeMetrics(),
            collections,
            pressure);
    binders.forEach(binder -> binder.bindTo(registry));
    Gauge.builder("process.resident.memory", ResidentMemory::bytes)
        .baseUnit("bytes")
        .register(registry);
  }

  /** A pool of one connection says nothing, once for every attempt to connect. */
  private static boolean isUnread(Meter.Id id) {
    String pool = id.getTag("pool_name");
    return "redis".equals(id.getTag("pool_type"))
        || (pool != null && pool.startsWith("reads"))
        || id.getName().matches("vertx\\.(redis|sql)\\..*");
  }

  public MeterRegistry registry() {
    return registry;
  }

  /**
   * A Vert.x that counts its pools here; its other domains are counted by name elsewhere or unread.
   */
  public Vertx vertx(VertxOptions options) {
    var counted = new MicrometerMetricsOptions().setEnabled(true).setJvmMetricsEnabled(false);
    for (MetricsDomain domain : MetricsDomain.values()) {
      if (domain != MetricsDomain.NAMED_POOLS) {
        counted.addDisabledMetricsCategory(domain);
      }
    }
    return Vertx.builder()
        .with(options.setMetricsOptions(counted))
        .withMetrics(new MicrometerMetricsFactory(registry))
        .build();
  }

  String text() {
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    pressure.close();
    registry.close();
  }
}
