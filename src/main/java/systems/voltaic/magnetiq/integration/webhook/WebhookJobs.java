package systems.voltaic.magnetiq.integration.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.job.Companion;
import systems.voltaic.magnetiq.job.JobHandler;
import systems.voltaic.magnetiq.job.Lease;
import systems.voltaic.magnetiq.job.Limits;
import systems.voltaic.magnetiq.json.Json;
import systems.voltaic.magnetiq.secret.Vault;

/** Calls the partner of each delivery and decides what its answer means. */
final class WebhookJobs implements JobHandler {

  private static final Caller CALLER = Caller.system("webhooks");
  private static final int MOST_CIRCUITS = 200;

  private final Deliveries deliveries;
  private final WebhookCaller http;
  private final Vault vault;
  private final Patience patience;
  private final Clock clock;
  private final RandomGenerator random;
  private final MeterRegistry meters;
  private final Map<UUID, Circuit> circuits = new LinkedHashMap<>();

  WebhookJobs(
      Deliveries deliveries,
      WebhookCaller http,
      Vault vault,
      Patience patience,
      Clock clock,
      RandomGenerator random,
      MeterRegistry meters) {
    this.deliveries = deliveries;
    this.http = http;
    this.vault = vault;
    this.patience = patience;
    this.clock = clock;
    this.random = random;
    this.meters = meters;
  }

  @Override
  public String kind() {
    return Deliveries.KIND;
  }

  @Override
  public Optional<Companion> companion() {
    return Optional.of(new Undelivered());
  }

  @Override
  public Limits limits() {
    return Limits.standard()
        .concurrency(patience.concurrency())
        .lease(patience.deadline().multipliedBy(3));
  }

  @Override
  public Future<Void> handle(Lease lease) {
    UUID id = lease.payload(Deliveries.Payload.class).delivery();
    return deliveries
        .due(CALLER, id)
        .compose(due -> due.map(d -> deliver(lease, d)).orElseGet(Future::succeededFuture));
  }

  private Future<Void> deliver(Lease lease, Delivery.Due due) {
    Circuit circuit = circuit(due.delivery().webhookId());
    if (!due.active()) {
      var off = new Delivery.Attempt(0, "the webhook is switched off", 0);
      return deliveries.end(CALLER, lease, due.delivery(), Delivery.State.FAILED, off);
    }
    if (!circuit.enter(clock.instant())) {
      Duration rest = circuit.rest(clock.instant());
      long spread = random.nextLong(rest.toMillis());
      return deliveries.postpone(CALLER, lease, due.delivery(), rest.plusMillis(spread));
    }
    return call(due, circuit).compose(attempt -> conclude(lease, due, attempt));
  }

  private Future<Delivery.Attempt> call(Delivery.Due due, Circuit circuit) {
    long begun = System.nanoTime();
    return post(due)
        .transform(done -> Future.succeededFuture(attempt(done, begun)))
        .onSuccess(attempt -> circuit.leave(attempt.delivered(), clock.instant()))
        .onSuccess(this::count);
  }

  private Future<Integer> post(Delivery.Due due) {
    try {
      Buffer body = Json.write(due.delivery().body());
      return http.post(due.url(), headers(due, body), body);
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }

  private Map<String, String> headers(Delivery.Due due, Buffer body) {
    Delivery delivery = due.delivery();
    String secret = vault.open(Webhooks.purpose(delivery.webhookId()), due.sealedSecret());
    return Map.of(
        "Content-Type", "application/json",
        "User-Agent", "Magnetiq-Webhooks",
        "Magnetiq-Event", delivery.event(),
        "Magnetiq-Delivery", delivery.id().toString(),
        "Magnetiq-Signature", Signature.header(secret, clock.instant(), body));
  }

  private static Delivery.Attempt attempt(AsyncResult<Integer> done, long begun) {
    long millis = (System.nanoTime() - begun) / 1_000_000;
    if (done.failed()) {
      return new Delivery.Attempt(0, words(done.cause()), millis);
    }
    int status = done.result();
    boolean fine = status >= 200 && status < 300;
    return new Delivery.Attempt(status, fine ? null : words(status), millis);
  }

  private static String words(int status) {
    if (status >= 300 && status < 400) {
      return "the partner answered " + status + ", but redirects are not followed";
    }
    return status == 410
        ? "the partner answered 410: it wants no more, so the webhook was switched off"
        : "the partner answered " + status;
  }

  private static String words(Throwable cause) {
    return cause instanceof Fault fault
        ? fault.getMessage()
        : "the partner gave no answer: "
            + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
  }

  private Future<Void> conclude(Lease lease, Delivery.Due due, Delivery.Attempt attempt) {
    Delivery delivery = due.delivery();
    if (attempt.delivered()) {
      return deliveries.end(CALLER, lease, delivery, Delivery.State.DELIVERED, attempt);
    }
    Duration wait = patience.backoff().after(delivery.attempts() + 1, random);
    Instant next = clock.instant().plus(wait);
    return attempt.gone() || next.isAfter(due.until())
        ? deliveries.end(CALLER, lease, delivery, Delivery.State.FAILED, attempt)
        : deliveries.tryLater(CALLER, lease, delivery, attempt, wait);
  }

  private Circuit circuit(UUID webhook) {
    if (circuits.size() >= MOST_CIRCUITS && !circuits.containsKey(webhook)) {
      circuits.remove(circuits.keySet().iterator().next());
    }
    return circuits.computeIfAbsent(webhook, id -> new Circuit(patience));
  }

  private void count(Delivery.Attempt attempt) {
    Counter.builder("integration.calls")
        .tag("partner", "webhook")
        .tag("result", attempt.delivered() ? "ok" : "failed")
        .register(meters)
        .increment();
  }
}
