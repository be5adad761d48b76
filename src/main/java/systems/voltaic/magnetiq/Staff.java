package systems.voltaic.magnetiq;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.http.Identities;
import systems.voltaic.magnetiq.http.Permissions;
import systems.voltaic.magnetiq.http.Routes;
import systems.voltaic.magnetiq.job.JobHandler;
import systems.voltaic.magnetiq.net.Resolver;
import systems.voltaic.magnetiq.people.Announcement;
import systems.voltaic.magnetiq.people.Crew;
import systems.voltaic.magnetiq.people.factor.Bench;
import systems.voltaic.magnetiq.people.factor.Entrance;
import systems.voltaic.magnetiq.people.factor.Factors;
import systems.voltaic.magnetiq.people.factor.SecondFactors;
import systems.voltaic.magnetiq.people.login.Login;
import systems.voltaic.magnetiq.people.login.Post;
import systems.voltaic.magnetiq.people.session.Access;
import systems.voltaic.magnetiq.people.session.Lifetimes;
import systems.voltaic.magnetiq.people.session.RecentProof;
import systems.voltaic.magnetiq.people.session.Rights;
import systems.voltaic.magnetiq.people.session.Sessions;
import systems.voltaic.magnetiq.people.session.SigningKeys;
import systems.voltaic.magnetiq.people.sso.SingleSignOn;
import systems.voltaic.magnetiq.people.sso.SsoConfig;
import systems.voltaic.magnetiq.secret.Vault;
import systems.voltaic.magnetiq.settings.LiveSettings;
import systems.voltaic.magnetiq.token.Tokens;

/** The people who run the installation: who they are, how they sign in, what they may do. */
final class Staff {

  private static final String CHANNEL = "mq:access";
  private static final int LOOKUPS = 2;

  private final Kernel kernel;
  private final LiveSettings live;
  private final Rights rights;
  private final Tokens tokens;
  private final Access access;
  private final Login login;
  private final Crew crew;
  private final SecondFactors factors;
  private final SingleSignOn sso;

  Staff(Kernel kernel, LiveSettings live, Vault vault, Post post, Announcement announcement) {
    this.kernel = kernel;
    this.live = live;
    this.tokens = new Tokens(kernel.random(), kernel.clock());
    var permissions = Permissions.packaged();
    this.rights = Rights.packaged(permissions.asked());
    var ground =
        new Access.Ground(
            kernel.vertx(),
            kernel.db(),
            kernel.background(),
            kernel.audit(),
            vault,
            kernel.ids(),
            kernel.random(),
            kernel.clock());
    var http = kernel.config().http();
    this.access =
        new Access(
            ground,
            rights,
            permissions.off(http.surfaces()),
            this::lifetimes,
            http.baseUrl(),
            http.corsOrigins(),
            this::warnOfReuse,
            this::tell);
    this.login = login(vault, post);
    var bench = new Bench(kernel.vertx());
    this.factors = factors(vault, bench, post);
    this.sso = sso(bench, post);
    this.crew = crew(announcement);
  }

  private Crew crew(Announcement announcement) {
    var base = new Crew.Base(kernel.db(), kernel.audit(), kernel.ids(), kernel.clock());
    var doors =
        new Crew.Doors(
            rights,
            access.sessions(),
            access.proof(),
            new Tokens(kernel.random(), kernel.clock()),
            login.invitations(),
            factors.factors()::reset,
            access::me);
    return new Crew(base, doors, announcement);
  }

  private Login login(Vault vault, Post post) {
    var ground =
        new Login.Ground(
            kernel.vertx(),
            kernel.db(),
            kernel.jobs(),
            kernel.audit(),
            new Tokens(kernel.random(), kernel.clock()),
            access.sessions(),
            vault,
            kernel.meters(),
            kernel.random(),
            kernel.ids(),
            kernel.clock(),
            post,
            kernel.config().http().baseUrl());
    return new Login(ground, () -> kernel.config().sso().map(SsoConfig::name));
  }

  private SecondFactors factors(Vault vault, Bench bench, Post post) {
    var ground =
        new SecondFactors.Ground(
            bench,
            kernel.db(),
            kernel.audit(),
            vault,
            new Tokens(kernel.random(), kernel.clock()),
            access.sessions(),
            kernel.ids(),
            kernel.random(),
            kernel.clock());
    return new SecondFactors(
        ground,
        kernel.config().http().baseUrl(),
        () -> live.text("company.name"),
        entrance(),
        login.proofs()::require,
        post::send);
  }

  private SingleSignOn sso(Bench bench, Post post) {
    var ground =
        new SingleSignOn.Ground(
            kernel.vertx(),
            kernel.db(),
            kernel.audit(),
            new Tokens(kernel.random(), kernel.clock()),
            Resolver.system(kernel.vertx(), LOOKUPS, Duration.ofMillis(1500)),
            bench,
            kernel.random(),
            kernel.clock());
    var config = kernel.config();
    return new SingleSignOn(ground, config.sso(), config.http().baseUrl(), entrance(), post::send);
  }

  private Entrance entrance() {
    return new Entrance(login.signIns()::begun, login.signIns()::completed);
  }

  /** Before anybody is served. */
  Future<Void> start() {
    return kernel
        .redis()
        .subscribe(CHANNEL, news -> access.look())
        .compose(heard -> access.start());
  }

  List<Routes> routes() {
    var routes = new ArrayList<>(access.routes());
    routes.add(login.routes());
    routes.addAll(crew.routes());
    routes.add(factors.routes());
    routes.add(sso.routes());
    return routes;
  }

  Identities identities() {
    return access.identities();
  }

  /** What waits as jobs. */
  List<JobHandler> handlers() {
    return login.handlers();
  }

  Crew crew() {
    return crew;
  }

  Login login() {
    return login;
  }

  Factors factors() {
    return factors.factors();
  }

  /** For who lost every factor; the person is told. */
  Future<Void> resetFactors(Caller caller, String email) {
    return kernel
        .db()
        .transaction(
            caller,
            tx ->
                login
                    .owners()
                    .named(tx, email)
                    .compose(person -> factors.factors().reset(tx, person)));
  }

  Identities pageVisitors() {
    return access.pageVisitors();
  }

  Rights rights() {
    return rights;
  }

  /** Forgets sessions that ended long ago, and links and tickets that are over. */
  Future<Void> purge(Caller caller) {
    return kernel
        .background()
        .transaction(caller, this::purge)
        .compose(more -> more ? purge(caller) : Future.succeededFuture());
  }

  private Future<Boolean> purge(Tx tx) {
    return access
        .sessions()
        .purge(tx)
        .compose(sessions -> tokens.purge(tx).map(links -> sessions || links));
  }

  Tokens tokens() {
    return tokens;
  }

  RecentProof proof() {
    return access.proof();
  }

  /** What a session may do now; empty when it is over. */
  Future<Optional<Set<String>>> standing(UUID session) {
    return access.standing(session);
  }

  Sessions sessions() {
    return access.sessions();
  }

  SigningKeys keys() {
    return access.keys();
  }

  private Future<Void> warnOfReuse(Tx tx, UUID person) {
    return login.warnOfReuse(tx, person);
  }

  /** A hint: who misses it looks by itself a moment later. */
  private void tell() {
    kernel.redis().publish(CHANNEL, "changed");
    kernel.news().sessions();
  }

  private Lifetimes lifetimes() {
    return new Lifetimes(
        Duration.ofMinutes(live.number("security.accessMinutes")),
        Duration.ofDays(live.number("security.refreshDays")),
        Duration.ofMinutes(live.number("security.idleMinutes")));
  }
}
