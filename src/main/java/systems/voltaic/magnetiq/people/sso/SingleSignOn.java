package systems.voltaic.magnetiq.people.sso;

import io.vertx.core.Vertx;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.http.Routes;
import systems.voltaic.magnetiq.net.OutgoingUrls;
import systems.voltaic.magnetiq.net.Resolver;
import systems.voltaic.magnetiq.people.factor.Bench;
import systems.voltaic.magnetiq.people.factor.Entrance;
import systems.voltaic.magnetiq.people.factor.Notices;
import systems.voltaic.magnetiq.token.Tokens;

/** Builds what single sign-on is made of; without a provider its addresses are empty. */
public final class SingleSignOn {

  private static final Duration DEADLINE = Duration.ofSeconds(5);

  /** What it stands on. */
  public record Ground(
      Vertx vertx,
      Db db,
      Audit audit,
      Tokens tokens,
      Resolver resolver,
      Bench bench,
      SecureRandom random,
      Clock clock) {}

  private final Optional<SsoConfig> config;
  private final Routes routes;

  /**
   * @param base where browsers find the site, and where the provider sends them back to
   */
  public SingleSignOn(
      Ground on, Optional<SsoConfig> config, URI base, Entrance entrance, Notices notices) {
    this.config = config;
    var logins = config.map(provider -> logins(on, provider, base, entrance, notices));
    this.routes = new SsoRoutes(logins, base, on.random());
  }

  private static SsoLogins logins(
      Ground on, SsoConfig config, URI base, Entrance entrance, Notices notices) {
    var http =
        new ProviderHttp(
            on.vertx(),
            config.issuer(),
            new OutgoingUrls(on.resolver(), true),
            new OutgoingUrls(on.resolver(), false),
            DEADLINE);
    var redirect = URI.create(base.toString().replaceAll("/+$", "") + "/api/v1/auth/sso/callback");
    return new SsoLogins(
        config,
        on.db(),
        on.tokens(),
        new Provider(config, redirect, http, on.bench(), on.clock()),
        new Members(config, base, on.audit(), notices),
        entrance,
        on.audit(),
        on.random());
  }

  /** What the button says; empty without a provider. */
  public Optional<String> name() {
    return config.map(SsoConfig::name);
  }

  public Routes routes() {
    return routes;
  }
}
