package systems.voltaic.magnetiq.integration.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.TrustOptions;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.integration.Partner;
import systems.voltaic.magnetiq.job.JobHandler;
import systems.voltaic.magnetiq.net.OutgoingUrls;
import systems.voltaic.magnetiq.secret.Vault;

/** All partners that are told by webhook. */
public final class WebhookPartner implements Partner {

  private static final Caller CALLER = Caller.system("webhooks");

  private final Webhooks webhooks;
  private final OutgoingUrls urls;
  private final Vault vault;
  private final Clock clock;
  private final RandomGenerator random;
  private final MeterRegistry meters;
  private final Patience patience;
  private final Optional<TrustOptions> trust;
  private WebhookCaller http;

  public WebhookPartner(
      Webhooks webhooks,
      OutgoingUrls urls,
      Vault vault,
      Clock clock,
      RandomGenerator random,
      MeterRegistry meters) {
    this(webhooks, urls, vault, clock, random, meters, Patience.standard(), Optional.empty());
  }

  WebhookPartner(
      Webhooks webhooks,
      OutgoingUrls urls,
      Vault vault,
      Clock clock,
      RandomGenerator random,
      MeterRegistry meters,
      Patience patience,
      Optional<TrustOptions> trust) {
    this.webhooks = webhooks;
    this.urls = urls;
    this.vault = vault;
    this.clock = clock;
    this.random = random;
    this.meters = meters;
    this.patience = patience;
    this.trust = trust;
  }

  @Override
  public Future<JobHandler> start(Vertx vertx) {
    http = new WebhookCaller(vertx, urls, patience, trust);
    var deliveries = webhooks.deliveries();
    return webhooks
        .reseal(CALLER)
        .map(done -> new WebhookJobs(deliveries, http, vault, patience, clock, random, meters));
  }

  @Override
  public Future<Void> stop() {
    return http.close();
  }
}
