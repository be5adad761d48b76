package systems.voltaic.magnetiq.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;

/** How many mails went which way, and how long a server took for one. */
final class MailMeters {

  private final MeterRegistry registry;
  private final Counter sent;
  private final Counter retried;
  private final Counter failed;
  private final Timer sending;

  MailMeters(MeterRegistry registry) {
    this.registry = registry;
    this.sent = counter("sent");
    this.retried = counter("retried");
    this.failed = counter("failed");
    this.sending = registry.timer("mail.send");
  }

  private Counter counter(String result) {
    return Counter.builder("mails").tag("result", result).register(registry);
  }

  Timer.Sample start() {
    return Timer.start(registry);
  }

  Future<Void> stop(Timer.Sample watch) {
    watch.stop(sending);
    return Future.succeededFuture();
  }

  void sent() {
    sent.increment();
  }

  void retried() {
    retried.increment();
  }

  void failed() {
    failed.increment();
  }
}
