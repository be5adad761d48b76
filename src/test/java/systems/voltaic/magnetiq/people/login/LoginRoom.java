package systems.voltaic.magnetiq.people.login;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Identity;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.bus.EventCodec;
import systems.voltaic.magnetiq.db.CountedDb;
import systems.voltaic.magnetiq.db.PgDb;
import systems.voltaic.magnetiq.db.RecentWriters;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.http.Envelope;
import systems.voltaic.magnetiq.http.Operated;
import systems.voltaic.magnetiq.id.Uuid7;
import systems.voltaic.magnetiq.job.JobWorker;
import systems.voltaic.magnetiq.job.Jobs;
import systems.voltaic.magnetiq.job.Workshop;
import systems.voltaic.magnetiq.json.Json;
import systems.voltaic.magnetiq.ops.BlockedLoop;
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

/** Everything that signing in is made of, on a database of its own, with a clock that stands. */
final class LoginRoom implements AutoCloseable {

  static final String PASSWORD = "a quiet harbour town";
  static final String HOME = "192.0.2.0";
  static final String ELSEWHERE = "203.0.113.0";

  /** A letter that left, or would have. */
  record Sent(String letter, String to, Language language, Map<String, String> values) {
    String token() {
      return values.get("link").replaceAll(".*#token=", "");
    }
  }

  final FakeClock clock = FakeClock.at("2026-03-01T12:00:00Z");
  final URI url = Databases.fresh();
  final Vertx vertx =
      Vertx.vertx(
          BlockedLoop.watch(new VertxOptions().setEventLoopPoolSize(2), BlockedLoop.IN_TESTS));
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final SecureRandom random = new SecureRandom();
  final PgDb db =
      PgDb.open(vertx, DbConfigs.to(url, List.of(), 8, 200), 1, RecentWriters.none(), meters);
  final CountedDb seen = new CountedDb(db);
  final Uuid7 ids = new Uuid7(clock, new Random());
  final Audit audit = new Audit(db, ids);
  final Tokens tokens = new Tokens(random, clock);
  final Queue<Sent> letters = new ConcurrentLinkedQueue<>();
  final Access access;
  final Passwords passwords;
  final Login login;
  final Operated operations;

  LoginRoom() {
    this(PasswordsTest.CHEAP, 2, 64);
  }

  LoginRoom(Argon2 argon2, int threads, int queue) {
    EventCodec.register(vertx);
    var vault = new Vault(new VaultConfig("made-up-for-tests", Optional.empty()), random);
    var base = URI.create("https://works.example");
    access =
        new Access(
            new Access.Ground(vertx, db, db.background(), audit, vault, ids, random, clock),
            Rights.packaged(Set.of()),
            Set.of(),
            () -> new Lifetimes(Duration.ofMinutes(15), Duration.ofDays(7), Duration.ofMinutes(30)),
            base,
            List.of(),
            (tx, person) -> Future.succeededFuture(),
            () -> {});
    access.start().await();
    passwords = new Passwords(vertx, random, argon2, threads, queue);
    var ground =
        new Login.Ground(
            vertx,
            seen,
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
            base);
    login = new Login(ground, passwords, Optional::empty);
    operations = Operated.by(login.routes());
  }

  /** From here on somebody does what was promised as jobs. */
  LoginRoom working() {
    vertx.deployVerticle(new Worker()).await();
    return this;
  }

  void forgetJobs() {
    db.primary(Caller.system("test")).run("DELETE FROM job").await();
  }

  private Future<Void> post(
      Tx tx, String letter, String to, Language language, Map<String, String> values) {
    tx.afterCommit(() -> letters.add(new Sent(letter, to, language, values)));
    return Future.succeededFuture();
  }

  /** Does what was promised as jobs. */
  private final class Worker extends VerticleBase {
    @Override
    public Future<?> start() {
      var pace = new JobWorker.Pace(Duration.ofMillis(30), 64, Duration.ofSeconds(5));
      var workshop =
          new Workshop(db.background(), meters, new Random(), pace, Workshop.Parking.UNHEARD);
      return new JobWorker(vertx, workshop, login.handlers()).start();
    }
  }

  UUID person(String email, String state, String... roles) {
    UUID id = ids.get();
    String hash = passwords.hash(PASSWORD).await();
    Sql.run(
        url,
        """
        INSERT INTO person (id, email, email_key, name, language, state, password)
        VALUES ('%s', '%s', '%s', 'Ada Lovelace', 'en', '%s', %s)
        """
            .formatted(
                id, email, email, state, state.equals("invited") ? "NULL" : "'" + hash + "'"));
    for (String role : roles) {
      Sql.run(
          url,
          "INSERT INTO person_role SELECT '%s', id FROM role WHERE name = '%s'"
              .formatted(id, role));
    }
    return id;
  }

  UUID active(String email) {
    return person(email, "active", "editor");
  }

  Call call(String network, Object body) {
    return new Call(
        caller(network, Optional.empty()),
        Map.of(),
        Map.of(),
        Json.tree(body),
        Optional.empty(),
        new Envelope(MultiMap.caseInsensitiveMultiMap(), network));
  }

  /** The same by somebody who is signed in. */
  Call by(UUID person, UUID session, Object body) {
    var identity = new Identity(person, Optional.of(session), 20, clock.instant());
    return new Call(
        caller(HOME, Optional.of(identity)),
        Map.of(),
        Map.of(),
        Json.tree(body),
        Optional.empty(),
        new Envelope(MultiMap.caseInsensitiveMultiMap(), HOME));
  }

  private static Caller caller(String network, Optional<Identity> identity) {
    return new Caller(
        identity.map(i -> "person:" + i.person()).orElse("anonymous"),
        network,
        "request",
        "test",
        Language.EN,
        Set.of(),
        identity);
  }

  Future<Answer> login(String network, String email, String password) {
    return operations.call("login", call(network, Map.of("email", email, "password", password)));
  }

  Future<Answer> login(String network, String email, String password, String unlock) {
    var body = Map.of("email", email, "password", password, "unlock", unlock);
    return operations.call("login", call(network, body));
  }

  Future<Answer> post(String operation, Object body) {
    return operations.call(operation, call(HOME, body));
  }

  /** A session of a person, made as signing in makes it. */
  UUID session(UUID person) {
    return db.transaction(
            Caller.system("test"),
            tx -> access.sessions().open(tx, person, Set.of("password"), call(HOME, Map.of())))
        .await()
        .session();
  }

  /** A fresh token of any purpose for a person. */
  String token(String purpose, UUID person) {
    return token(purpose, "person:" + person, Map.of("email", "next@example.com"));
  }

  String token(String purpose, String subject, Object data) {
    return db.transaction(
            Caller.system("test"),
            tx -> tokens.issue(tx, purpose, subject, data, Duration.ofMinutes(30)))
        .await();
  }

  <T> T within(Function<Tx, Future<T>> work) {
    return db.transaction(Caller.system("test"), work).await();
  }

  Sent letter(String name) {
    Eventually.that("the letter " + name, () -> find(name).isPresent());
    return find(name).orElseThrow();
  }

  private Optional<Sent> find(String name) {
    return letters.stream().filter(sent -> sent.letter().equals(name)).findFirst();
  }

  /** When every job is done there is none left. */
  void settle() {
    Eventually.that("no job is left", () -> number("SELECT count(*) FROM job") == 0);
  }

  int number(String query) {
    return Sql.number(url, query);
  }

  double failures(String reason) {
    return meters.counter("login_failures_total", "reason", reason).count();
  }

  static Map<String, Object> json(Answer answer) {
    var map = new HashMap<String, Object>();
    Json.parse(answer.body().toString())
        .properties()
        .forEach(field -> map.put(field.getKey(), field.getValue()));
    return map;
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
