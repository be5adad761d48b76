package systems.voltaic.magnetiq.people.session;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.PgDb;
import systems.voltaic.magnetiq.db.RecentWriters;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.http.Envelope;
import systems.voltaic.magnetiq.id.Uuid7;
import systems.voltaic.magnetiq.json.Json;
import systems.voltaic.magnetiq.secret.Vault;
import systems.voltaic.magnetiq.secret.VaultConfig;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.DbConfigs;
import systems.voltaic.magnetiq.testkit.FakeClock;
import systems.voltaic.magnetiq.testkit.Staff;

/** What sessions are made of, on a database of its own with one owner in it. */
final class SessionRoom implements AutoCloseable {

  static final Lifetimes LIFETIMES =
      new Lifetimes(Duration.ofMinutes(15), Duration.ofDays(7), Duration.ofMinutes(30));
  static final String KEY = "made-up-for-tests-and-more";
  static final UUID OWNER = UUID.fromString(Staff.OWNER);

  private static final URI BASE = URI.create("https://magnetiq.example");

  final FakeClock clock = FakeClock.at("2026-03-01T12:00:00Z");
  final URI url;
  final Vertx vertx = Vertx.vertx();
  final PgDb db;
  final SecureRandom random = new SecureRandom();
  final Supplier<UUID> ids = new Uuid7(clock, random);
  final Vault vault = new Vault(new VaultConfig(KEY, none()), random);
  final Audit audit;
  final AtomicInteger alarms = new AtomicInteger();
  final AccessVersion version;
  final SigningKeys keys;
  final AccessTokens tokens;
  final OwnPages pages = new OwnPages(vault, BASE, List.of());
  final Sessions sessions;

  SessionRoom() {
    this(Databases.fresh());
  }

  /** One more instance on the same database. */
  SessionRoom(URI url) {
    this.url = url;
    Staff.join(url);
    db =
        PgDb.open(
            vertx,
            DbConfigs.to(url, List.of(), 12, 200),
            1,
            RecentWriters.none(),
            new SimpleMeterRegistry());
    audit = new Audit(db, ids);
    version = new AccessVersion(vertx, db, System::nanoTime, () -> {});
    keys = new SigningKeys(vertx, db, vault, random, clock, version);
    tokens = new AccessTokens(BASE.toString(), keys::ring, () -> LIFETIMES, clock);
    sessions =
        new Sessions(
            Rights.packaged(Set.of()),
            version,
            tokens,
            pages,
            () -> LIFETIMES,
            audit,
            ids,
            random,
            clock);
  }

  SessionRoom started() {
    keys.start().await();
    return this;
  }

  Refreshing refreshing(Db over) {
    return new Refreshing(
        over, sessions, pages, this::alarm, () -> LIFETIMES, audit, random, clock);
  }

  /** Of the owner, with a second factor. */
  Opened open() {
    var methods = Set.of(Factors.PASSWORD, Factors.TOTP);
    var call = call("");
    return db.transaction(call.caller(), tx -> sessions.open(tx, OWNER, methods, call)).await();
  }

  /** A call with this cookie (name and value) that one of our pages sends. */
  Call call(String cookie) {
    var headers = HttpHeaders.headers();
    if (!cookie.isEmpty()) {
      var session = SessionCookie.parse(cookie.substring(cookie.indexOf('=') + 1)).orElseThrow();
      headers.add("cookie", cookie).add("x-csrf-token", pages.proof(session.session()));
    }
    return new Call(
        Caller.system("test"),
        Map.of(),
        Map.of(),
        null,
        Optional.<Long>empty(),
        new Envelope(headers, "192.0.2.0"));
  }

  /** The cookie that an answer or an open session hands out, as a browser sends it. */
  static String cookie(Answer answer) {
    return cookie(answer.headers().get("set-cookie"));
  }

  static String cookie(String header) {
    return header.substring(0, header.indexOf(';'));
  }

  static String state(Answer answer) {
    return Json.parse(answer.body().toString()).path("state").asText();
  }

  private Future<?> alarm(systems.voltaic.magnetiq.db.Tx tx, UUID person) {
    return Future.succeededFuture(alarms.incrementAndGet());
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
