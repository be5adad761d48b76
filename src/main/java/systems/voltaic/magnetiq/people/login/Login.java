package systems.voltaic.magnetiq.people.login;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.http.Routes;
import systems.voltaic.magnetiq.job.JobHandler;
import systems.voltaic.magnetiq.job.Jobs;
import systems.voltaic.magnetiq.people.session.Sessions;
import systems.voltaic.magnetiq.secret.Vault;
import systems.voltaic.magnetiq.token.Tokens;

/** Everything around signing in, built once. */
public final class Login {

  /** What it stands on. */
  public record Ground(
      Vertx vertx,
      Db db,
      Jobs jobs,
      Audit audit,
      Tokens tokens,
      Sessions sessions,
      Vault vault,
      MeterRegistry meters,
      SecureRandom random,
      Supplier<UUID> ids,
      Clock clock,
      Post post,
      URI baseUrl) {}

  private static final String PSEUDONYMS = "login";

  private final Db db;
  private final Tokens tokens;
  private final Passwords passwords;
  private final Brake brake;
  private final Proofs proofs;
  private final SignIns signIns;
  private final Invitations invitations;
  private final Owners owners;
  private final Doors doors;
  private final LinkRequests requests;
  private final Routes routes;

  /**
   * @param provider the name of who else may say who somebody is
   */
  public Login(Ground ground, Supplier<Optional<String>> provider) {
    this(ground, new Passwords(ground.vertx(), ground.random()), provider);
  }

  Login(Ground on, Passwords passwords, Supplier<Optional<String>> provider) {
    this.db = on.db();
    this.tokens = on.tokens();
    this.passwords = passwords;
    var links = new Links(on.baseUrl());
    var rules = new PasswordRules(new CommonPasswords());
    brake = new Brake(text -> on.vault().prove(PSEUDONYMS, text), on.clock());
    proofs = new Proofs(db, passwords, brake, tokens, on.audit(), on.meters());
    signIns = new SignIns(on.sessions(), tokens, on.audit(), on.clock());
    invitations = new Invitations(tokens, on.post(), links);
    owners = new Owners(db, tokens, on.post(), links, on.audit(), on.ids());
    requests =
        new LinkRequests(db, on.jobs(), tokens, brake, on.post(), links, on.audit(), on.clock());
    doors = new Doors(tokens, on.sessions(), brake, on.post(), links, on.audit(), on.clock());
    routes =
        new LoginRoutes(
            new Logins(db, proofs, passwords, brake, signIns, on.audit()),
            requests,
            new Resets(db, tokens, passwords, rules, proofs, doors),
            new Arrivals(db, tokens, passwords, rules, signIns, on.audit(), on.clock(), on.ids()),
            new EmailChanges(db, tokens, proofs, doors, on.post(), links, on.audit()),
            provider);
  }

  public Routes routes() {
    return routes;
  }

  /** What waits as jobs. */
  public List<JobHandler> handlers() {
    return requests.handlers();
  }

  public Passwords passwords() {
    return passwords;
  }

  public Brake brake() {
    return brake;
  }

  public Proofs proofs() {
    return proofs;
  }

  public SignIns signIns() {
    return signIns;
  }

  public Invitations invitations() {
    return invitations;
  }

  public Owners owners() {
    return owners;
  }

  /** Tells somebody by mail that one of their sessions may have been copied. */
  public Future<Void> warnOfReuse(Tx tx, UUID person) {
    return doors.warnOfReuse(tx, person);
  }

  /** Forgets tokens and failures that are over; true while there is more. */
  public Future<Boolean> purge(Caller caller) {
    return db.transaction(
        caller, tx -> tokens.purge(tx).compose(more -> brake.purge(tx).map(also -> more || also)));
  }
}
