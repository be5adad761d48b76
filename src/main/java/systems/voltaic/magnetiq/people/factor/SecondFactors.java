package systems.voltaic.magnetiq.people.factor;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.http.Routes;
import systems.voltaic.magnetiq.people.session.RecentProof;
import systems.voltaic.magnetiq.people.session.Sessions;
import systems.voltaic.magnetiq.secret.Vault;
import systems.voltaic.magnetiq.token.Tokens;

/** Builds what second factors are made of. */
public final class SecondFactors {

  /** What they stand on. */
  public record Ground(
      Bench bench,
      Db db,
      Audit audit,
      Vault vault,
      Tokens tokens,
      Sessions sessions,
      Supplier<UUID> ids,
      SecureRandom random,
      Clock clock) {}

  private final Factors factors;
  private final Routes routes;

  /**
   * @param base where browsers find the site: passkeys are bound to it
   * @param brand the name that phones and browsers show
   */
  public SecondFactors(
      Ground on,
      URI base,
      Supplier<String> brand,
      Entrance entrance,
      PasswordProof passwords,
      Notices notices) {
    var news = new News(on.audit(), notices, base);
    var tickets = new Tickets(on.tokens());
    var challenges = new Challenges(on.tokens(), on.random());
    var codes = new Codes(on.vault(), on.clock(), news);
    var ceremony = new Ceremony(base, on.bench());
    var options = new PasskeyOptions(ceremony.site(), brand);
    var assertions = new Assertions(ceremony, on.clock(), news);
    var rising = new Rising(on.sessions());
    this.factors = new Factors(on.db(), on.vault(), on.sessions(), tickets, news);
    this.routes =
        new FactorRoutes(
            on.db(),
            factors,
            new Phones(
                on.db(), on.vault(), on.random(), on.clock(), on.bench(), brand, rising, news),
            new Passkeys(
                on.db(), challenges, ceremony, options, on.ids(), on.clock(), rising, news),
            new FactorLogins(on.db(), tickets, challenges, codes, assertions, options, entrance),
            new Reauthentication(on.db(), passwords, codes, challenges, assertions, on.sessions()),
            new RecentProof(on.clock()));
  }

  public Factors factors() {
    return factors;
  }

  public Routes routes() {
    return routes;
  }
}
