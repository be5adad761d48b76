package systems.voltaic.magnetiq.people;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Identity;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.bus.EventCodec;
import systems.voltaic.magnetiq.db.PgDb;
import systems.voltaic.magnetiq.db.RecentWriters;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.http.Envelope;
import systems.voltaic.magnetiq.id.Uuid7;
import systems.voltaic.magnetiq.job.Jobs;
import systems.voltaic.magnetiq.json.Json;
import systems.voltaic.magnetiq.ops.BlockedLoop;
import systems.voltaic.magnetiq.people.login.Login;
import systems.voltaic.magnetiq.people.session.Access;
import systems.voltaic.magnetiq.people.session.Lifetimes;
import systems.voltaic.magnetiq.people.session.Rights;
import systems.voltaic.magnetiq.secret.Vault;
import systems.voltaic.magnetiq.secret.VaultConfig;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.DbConfigs;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.FakeClock;
import systems.voltaic.magnetiq.testkit.Sql;
import systems.voltaic.magnetiq.token.Tokens;

/** Everything that managing people is made of, on a database of its own. */
final class PeopleRoom implements AutoCloseable {

  /** A letter that left. */
  record Sent(String letter, String to, Map<String, String> values) {}

  /** What partners were told. */
  record Told(String event, String payload) {}

  final FakeClock clock = FakeClock.at("2026-03-01T12:00:00Z");
  final URI url = Databases.fresh();
  final Vertx vertx =
      Vertx.vertx(
          BlockedLoop.watch(new VertxOptions().setEventLoopPoolSize(2), BlockedLoop.IN_TESTS));
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final SecureRandom random = new SecureRandom();
  final PgDb db =
      PgDb.open(vertx, DbConfigs.to(url, List.of(), 8, 200), 1, RecentWriters.none(), meters);
  final Uuid7 ids = new Uuid7(clock, new Random());
  final Audit audit = new Audit(db, ids);
  final Tokens tokens = new Tokens(random, clock);
  final Rights rights = Rights.packaged(Set.of());
  final Queue<Sent> letters = new ConcurrentLinkedQueue<>();
  final Queue<Told> told = new ConcurrentLinkedQueue<>();
  volatile boolean away;
  final Access access;
  final People people;
  final PersonActs acts;
  final Purge purge;
  final Roles roles;
  final Profiles profiles;

  PeopleRoom() {
    EventCodec.register(vertx);
    var vault = new Vault(new VaultConfig("made-up-for-tests", Optional.empty()), random);
    var base = URI.create("https://works.example");
    access =
        new Access(
            new Access.Ground(vertx, db, db.background(), audit, vault, ids, random, clock),
            rights,
            Set.of(),
            () -> new Lifetimes(Duration.ofMinutes(15), Duration.ofDays(7), Duration.ofMinutes(30)),
            base,
            List.of(),
            (tx, person) -> Future.succeededFuture(),
            () -> {});
    access.start().await();
    var login =
        new Login(
            new Login.Ground(
                vertx,
                db,
                new Jobs(vertx, ids, kinds -> {}),
                audit,
                tokens,
                access.sessions(),
                vault,
                meters,
                random,
                ids,
                clock,
                this::post,
                base),
            Optional::empty);
    var ground = new Ground(rights, access.sessions(), access.proof());
    var chronicle = new Chronicle(audit, this::tell);
    people = new People(db, ids, ground, chronicle, login.invitations());
    acts =
        new PersonActs(
            db,
            ground,
            chronicle,
            access.sessions(),
            tokens,
            (tx, person) -> Future.succeededFuture(),
            clock);
    purge = new Purge(db, ground, chronicle, clock);
    roles = new Roles(db, ids, audit, rights, access.sessions(), ground);
    profiles = new Profiles(db, chronicle);
  }

  private Future<Void> post(
      Tx tx, String letter, String to, Language language, Map<String, String> values) {
    tx.afterCommit(() -> letters.add(new Sent(letter, to, values)));
    return Future.succeededFuture();
  }

  private Future<Void> tell(Tx tx, String event, Object payload) {
    if (away) {
      return Future.failedFuture(Fault.unavailable("away", "away", Duration.ofSeconds(1)));
    }
    tx.afterCommit(() -> told.add(new Told(event, Json.tree(payload).toString())));
    return Future.succeededFuture();
  }

  /** Somebody made up, active, with these roles. */
  UUID person(String name, String... roles) {
    UUID id = ids.get();
    String email = name + "@example.com";
    Sql.run(
        url,
        "INSERT INTO person (id, email, email_key, name, state, password)"
            + " VALUES ('%s', '%s', '%s', '%s', 'active', 'x')".formatted(id, email, email, name));
    for (String role : roles) {
      give(id, role);
    }
    return id;
  }

  void give(UUID person, String role) {
    Sql.run(
        url,
        "INSERT INTO person_role SELECT '%s', id FROM role WHERE name = '%s'"
            .formatted(person, role));
  }

  /** A call by this person with all that the roles allow. */
  Caller as(UUID person) {
    return as(person, UUID.randomUUID());
  }

  Caller as(UUID person, UUID session) {
    var names = Sql.column(url, ROLES.formatted("name", person));
    var custom = Sql.column(url, ROLES.formatted("unnest(permissions)", person));
    int rank =
        Sql.column(url, ROLES.formatted("rank", person)).stream()
            .mapToInt(Integer::parseInt)
            .max()
            .orElse(0);
    return caller(person, session, rank, rights.of(names, custom));
  }

  private static final String ROLES =
      "SELECT %s FROM person_role m JOIN role r ON r.id = m.role_id WHERE m.person_id = '%s'";

  Caller caller(UUID person, int rank, Set<String> permissions) {
    return caller(person, UUID.randomUUID(), rank, permissions);
  }

  private Caller caller(UUID person, UUID session, int rank, Set<String> permissions) {
    var identity = new Identity(person, Optional.of(session), rank, clock.instant());
    return new Caller(
        "person:" + person,
        "192.0.2.1",
        "request",
        "test",
        Language.EN,
        permissions,
        Optional.of(identity));
  }

  UUID session(UUID person) {
    var envelope = new Envelope(MultiMap.caseInsensitiveMultiMap(), "192.0.2.0");
    var call = new Call(as(person), Map.of(), Map.of(), null, Optional.empty(), envelope);
    return db.transaction(
            Caller.system("test"),
            tx -> access.sessions().open(tx, person, Set.of("password"), call))
        .await()
        .session();
  }

  String state(UUID person) {
    return Sql.value(url, "SELECT state FROM person WHERE id = '%s'".formatted(person));
  }

  int liveSessions(UUID person) {
    return number(
        "SELECT count(*) FROM session WHERE person_id = '%s' AND ended_at IS NULL"
            .formatted(person));
  }

  /** Until a statement waits for what another transaction holds. */
  void awaitWaiting() {
    Eventually.that(
        "a statement to wait",
        () ->
            number(
                    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND wait_event_type = 'Lock'")
                > 0);
  }

  int number(String query) {
    return Sql.number(url, query);
  }

  /** Everything the audit holds, as one text. */
  String audited() {
    return String.join(
        "\n",
        Sql.column(url, "SELECT concat_ws(' ', actor, action, subject, before, after) FROM audit"));
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
