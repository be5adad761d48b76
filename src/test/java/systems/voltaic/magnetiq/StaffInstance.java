package systems.voltaic.magnetiq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import systems.voltaic.magnetiq.http.Contract;
import systems.voltaic.magnetiq.json.Json;
import systems.voltaic.magnetiq.ops.BlockedLoop;
import systems.voltaic.magnetiq.ops.Metrics;
import systems.voltaic.magnetiq.people.login.Passwords;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.FakeClock;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.Sql;
import systems.voltaic.magnetiq.testkit.Visitor;

/** The whole program in this JVM, on a database of its own, by a clock that the test turns. */
public final class StaffInstance implements AutoCloseable {

  public static final String PASSWORD = "seven made up words for tests";

  private static final String MANY = "10000000";
  private static final Duration MOMENT = Duration.ofNanos(100_000);
  private static final Duration BLOCKED = Duration.ofMillis(500);

  public final FakeClock clock = new FakeClock(minute().plusSeconds(5));
  public final URI database = Databases.fresh();
  public final int port;
  private final Metrics metrics = new Metrics();
  private final Vertx vertx;
  private String hash;

  /** Limits count by the clock: if it stood still, the fifth call would be the last. */
  private static final class Moving extends Clock {

    private final FakeClock hands;

    Moving(FakeClock hands) {
      this.hands = hands;
    }

    @Override
    public Instant instant() {
      hands.advance(MOMENT);
      return hands.instant();
    }

    @Override
    public ZoneId getZone() {
      return hands.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return new Moving((FakeClock) hands.withZone(zone));
    }
  }

  /** Codes of phones change with it, so nothing but the test makes them change. */
  private static Instant minute() {
    return Instant.now().truncatedTo(ChronoUnit.MINUTES);
  }

  private StaffInstance(Map<String, String> more) {
    port = Integer.parseInt(more.getOrDefault("PORT", "" + Platform.freePort()));
    var config = Config.read(environment(more), 2);
    vertx = metrics.vertx(BlockedLoop.watch(new VertxOptions().setEventLoopPoolSize(2), BLOCKED));
    var contract = Contract.packaged(config.http().maxRequestSize());
    var main = new MainVerticle(vertx, config, () -> contract, metrics, new Moving(clock));
    vertx.deployVerticle(main).await();
  }

  public static StaffInstance start(Map<String, String> more) {
    return new StaffInstance(more);
  }

  private Map<String, String> environment(Map<String, String> more) {
    var all = new HashMap<>(Platform.on(database, Databases.redisUrl()));
    all.put("PORT", Integer.toString(port));
    all.put("BASE_URL", base());
    all.put("ROLES", "api");
    all.put("DEMO_CONTENT", "false");
    all.put("RATE_LIMIT_API_MINUTE", MANY);
    all.put("RATE_LIMIT_API_HOUR", MANY);
    all.put("RATE_LIMIT_API_BURST", "1000000");
    all.put("RATE_LIMIT_STAFF_MINUTE", MANY);
    all.put("RATE_LIMIT_LOGIN_MINUTE", MANY);
    all.put("RATE_LIMIT_FORMS_MINUTE", MANY);
    all.putAll(more);
    return all;
  }

  public String base() {
    return "http://localhost:" + port;
  }

  public Visitor visitor() {
    return Visitor.of(base());
  }

  /** Somebody active with {@link #PASSWORD}. */
  public UUID person(String name, String... roles) {
    UUID id = UUID.randomUUID();
    String email = email(name);
    Sql.run(
        database,
        """
        INSERT INTO person (id, email, email_key, name, state, password)
             VALUES ('%s', '%s', '%s', '%s', 'active', '%s')
        """
            .formatted(id, email, email, name, hash()));
    for (String role : roles) {
      Sql.run(
          database,
          "INSERT INTO person_role SELECT '%s', id FROM role WHERE name = '%s'"
              .formatted(id, role));
    }
    return id;
  }

  public static String email(String name) {
    return name.toLowerCase(Locale.ROOT) + "@people.example.test";
  }

  public Visitor.Answer login(String name) throws IOException {
    ObjectNode typed = (ObjectNode) Json.tree(Map.of("email", email(name), "password", PASSWORD));
    return post(visitor(), "/auth/login", typed);
  }

  /** Signed in by the password, or by nothing more. */
  public Visitor session(String name) throws IOException {
    return visitor().bearing(login(name).json().path("accessToken").asText());
  }

  public Visitor.Answer post(Visitor who, String path, Object body) throws IOException {
    String text = body == null ? "" : Json.tree(body).toString();
    return who.send("POST", "/api/v1" + path, Map.of(), text);
  }

  public JsonNode get(Visitor who, String path) throws IOException {
    return who.get("/api/v1" + path).json();
  }

  public Visitor.Answer delete(Visitor who, String path) throws IOException {
    return who.send("DELETE", "/api/v1" + path, Map.of(), "");
  }

  /** The letters that were written to somebody, oldest first. */
  public List<String> letters(String name) {
    return Sql.column(
        database, "SELECT template FROM mail WHERE recipient = '" + email(name) + "' ORDER BY id");
  }

  public List<String> audited(String action) {
    return Sql.column(
        database,
        "SELECT coalesce(after, before, 'null') FROM audit WHERE action = '"
            + action
            + "' ORDER BY id");
  }

  private synchronized String hash() {
    if (hash == null) {
      hash = new Passwords(vertx, new SecureRandom()).hash(PASSWORD).await();
    }
    return hash;
  }

  @Override
  public void close() {
    vertx.close().await();
    metrics.close();
  }
}
