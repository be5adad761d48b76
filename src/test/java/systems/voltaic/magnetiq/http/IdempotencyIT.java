package systems.voltaic.magnetiq.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.PgDb;
import systems.voltaic.magnetiq.db.RecentWriters;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.DbConfigs;

final class IdempotencyIT {

  private static final Caller TEST = Caller.system("test");
  private static final String TITLE = "{\"title\":\"x\"}";

  private final List<TestServer> servers = new ArrayList<>();
  private final AtomicInteger number = new AtomicInteger();
  private Function<Tx, Future<Void>> pause = tx -> tx.run("SELECT pg_sleep(0.05)").mapEmpty();
  private URI database;
  private Db db;

  @BeforeEach
  void start() {
    database = Databases.fresh();
    instance(true);
    run("CREATE TABLE effect (number int)");
  }

  @AfterEach
  void stop() {
    servers.forEach(TestServer::close);
  }

  @Test
  void replaysTheFirstAnswerByteForByte() throws Exception {
    var first = send(0, "key-1", TITLE);
    var second = send(0, "key-1", TITLE);
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.headers().firstValue("location"))
        .isEqualTo(first.headers().firstValue("location"));
    assertThat(effects()).isEqualTo(1);
  }

  @Test
  void hasOneEffectAndOneAnswerForAHundredTwins() {
    assertThat(answersOfTwins(0)).hasSize(1);
    assertThat(effects()).isEqualTo(1);
  }

  @Test
  void hasOneEffectAcrossInstances() {
    instance(true);
    assertThat(answersOfTwins(0, 1)).hasSize(1);
    assertThat(effects()).isEqualTo(1);
  }

  @Test
  void hasManyEffectsAcrossInstancesWithoutTheClaim() {
    stop();
    servers.clear();
    instance(false);
    instance(false);
    Promise<Void> another = Promise.promise();
    pause = tx -> number.get() > 1 ? passed(another) : another.future().timeout(10, SECONDS);
    answersOfTwins(0, 1);
    assertThat(effects()).isGreaterThan(1);
  }

  @Test
  void refusesAKeyThatWasUsedForSomethingElse() throws Exception {
    send(0, "key-1", TITLE);
    var other = send(0, "key-1", "{\"title\":\"y\"}");
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("idempotency-key-reused");
    assertThat(effects()).isEqualTo(1);
  }

  @Test
  void triesAgainWhatFailed() throws Exception {
    var working = servers.get(0).shelf.adding;
    servers.get(0).shelf.adding =
        call ->
            db.transaction(
                call.caller(),
                tx -> insert(tx).compose(v -> Future.failedFuture(Fault.rule("odd", "no"))));
    assertThat(send(0, "key-1", TITLE).statusCode()).isEqualTo(422);
    servers.get(0).shelf.adding = working;
    assertThat(send(0, "key-1", TITLE).statusCode()).isEqualTo(201);
    assertThat(effects()).isEqualTo(1);
  }

  @Test
  void doesNotKeepASecret() throws Exception {
    servers.get(0).shelf.adding =
        call -> db.transaction(call.caller(), this::insert).map(n -> Answer.ok("s3cret").secret());
    var first = send(0, "key-1", TITLE);
    assertThat(first.body()).isEqualTo("\"s3cret\"");
    assertThat(first.headers().map()).doesNotContainKey(Answer.SECRET);
    var second = send(0, "key-1", TITLE);
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("already-done");
    assertThat(text("SELECT count(*)::int FROM idempotency WHERE body IS NOT NULL")).isZero();
  }

  @Test
  void neverRepeatsWhatWasCommittedBeforeACrash() throws Exception {
    send(0, "key-1", TITLE);
    run("UPDATE idempotency SET status = NULL, created_at = now() - interval '1 minute'");
    var again = send(0, "key-1", TITLE);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(effects()).isEqualTo(1);
  }

  @Test
  void forgetsAfterADay() throws Exception {
    send(0, "key-1", TITLE);
    run("UPDATE idempotency SET expires_at = now() - interval '1 second'");
    assertThat(send(0, "key-1", "{\"title\":\"y\"}").statusCode()).isEqualTo(201);
    assertThat(effects()).isEqualTo(2);
  }

  private Set<String> answersOfTwins(int... instances) {
    var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
    for (int i = 0; i < 100; i++) {
      var server = servers.get(instances[i % instances.length]);
      answers.add(server.client.sendAsync(request(server, "twin", TITLE), BodyHandlers.ofString()));
    }
    var bodies = new HashSet<String>();
    answers.forEach(answer -> bodies.add(answer.join().statusCode() + answer.join().body()));
    return bodies;
  }

  private void instance(boolean claiming) {
    var server = TestServer.startWith(vertx -> repeats(vertx, claiming));
    Db mine = db;
    server.shelf.adding =
        call ->
            mine.transaction(call.caller(), this::insert)
                .map(n -> Answer.created("/api/v1/books/1", Map.of("number", n)));
    servers.add(server);
  }

  private Repeats repeats(Vertx vertx, boolean claiming) {
    var open =
        PgDb.open(
            vertx, DbConfigs.to(database), 2, RecentWriters.none(), new SimpleMeterRegistry());
    var idempotency = new Idempotency(vertx, open);
    db = claiming ? idempotency.over(open) : open;
    return idempotency;
  }

  private static Future<Void> passed(Promise<Void> gate) {
    gate.tryComplete();
    return gate.future();
  }

  private Future<Integer> insert(Tx tx) {
    int mine = number.incrementAndGet();
    return tx.run("INSERT INTO effect VALUES ($1::int)", Tuple.of(mine))
        .compose(rows -> pause.apply(tx))
        .map(rows -> mine);
  }

  private HttpResponse<String> send(int instance, String key, String body) throws Exception {
    var server = servers.get(instance);
    return server.client.send(request(server, key, body), BodyHandlers.ofString());
  }

  private static HttpRequest request(TestServer server, String key, String body) {
    return server
        .to("/api/v1/books")
        .header("content-type", "application/json")
        .header("Idempotency-Key", key)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private int effects() {
    return text("SELECT count(*)::int FROM effect");
  }

  private int text(String statement) {
    return db.primary(TEST).run(statement).await().iterator().next().getInteger(0);
  }

  private void run(String statement) {
    db.primary(TEST).run(statement).await();
  }
}
