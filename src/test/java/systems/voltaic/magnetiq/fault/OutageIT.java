package systems.voltaic.magnetiq.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systems.voltaic.magnetiq.redis.RedisServer;
import systems.voltaic.magnetiq.testkit.DebianPostgres;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.Needs;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.Program;
import systems.voltaic.magnetiq.testkit.Punctual;
import systems.voltaic.magnetiq.testkit.Traffic;
import systems.voltaic.magnetiq.testkit.Traffic.Outcome;
import systems.voltaic.magnetiq.testkit.Visitor;

/** What visitors see while Redis or Postgres is away, and how soon all is well again. */
@Needs({Program.POSTGRES, Program.REDIS})
@Punctual
@Order(Integer.MAX_VALUE)
class OutageIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final int READS = 100;
  private static final int WRITES = 20;

  @TempDir Path folder;

  private final DebianPostgres postgres = DebianPostgres.start();
  private final RedisServer redis = new RedisServer();
  private Platform instance;
  private Traffic reads;
  private Traffic writes;

  @BeforeEach
  void startTraffic() {
    instance = Platform.start(folder, Platform.withDemo(postgres.url(), redis.config().url()));
    Visitor site = instance.site();
    Visitor api = instance.api();
    reads = Traffic.start(READS, 4, n -> site.get(n / 4 % 2 == 0 ? "/" : "/api/v1/site"));
    writes = Traffic.start(WRITES, 4, n -> write(api));
    seeCalls(System.nanoTime());
    await("redis", "up");
  }

  @AfterEach
  void stop() {
    reads.stop();
    writes.stop();
    instance.close();
    redis.close();
    postgres.close();
  }

  @Test
  void servesEverythingWithoutRedis() {
    var away = System.nanoTime();
    redis.kill();
    seeCalls(away);
    redis.start();
    await("redis", "up");
    var frozen = System.nanoTime();
    redis.freeze();
    seeCalls(frozen);
    redis.thaw();
    await("redis", "up");
    seeCalls(System.nanoTime());

    System.out.printf(
        "Redis killed, frozen and back: %d reads and %d writes, slowest %d and %d ms, %d failed%n",
        reads.since(away).size(),
        writes.since(away).size(),
        Traffic.slowest(reads.since(away)).toMillis(),
        Traffic.slowest(writes.since(away)).toMillis(),
        Traffic.failed(reads.since(away)).size() + Traffic.failed(writes.since(away)).size());
    assertThat(Traffic.failed(reads.since(away))).isEmpty();
    assertThat(Traffic.failed(writes.since(away))).isEmpty();
  }

  @Test
  void servesWhatItKnowsWithoutPostgresAndRecoversByItself() throws IOException {
    var away = System.nanoTime();
    postgres.kill();
    Eventually.that("refusals", PATIENCE, () -> Traffic.failed(writes.since(away)).size() > 60);
    await("database", "down");
    assertThat(health()).isEqualTo("unhealthy");
    var ready = instance.api().get("/health/ready").status();
    seeReads(System.nanoTime());
    var refused = Traffic.failed(writes.since(away));

    postgres.begin();
    var back = System.nanoTime();
    Eventually.that("full goodput", PATIENCE, () -> isFull(writes));
    var recovered = Duration.ofNanos(System.nanoTime() - back);

    System.out.printf(
        "Postgres away: %d reads, %d failed; %d writes refused, slowest %d ms; back in full after"
            + " %d ms%n",
        reads.since(away).size(),
        Traffic.failed(reads.since(away)).size(),
        refused.size(),
        Traffic.slowest(refused).toMillis(),
        recovered.toMillis());
    assertThat(ready).isEqualTo(200);
    assertThat(Traffic.failed(reads.since(away))).isEmpty();
    assertThat(refused).allMatch(outcome -> outcome.status() == 503);
    assertThat(refused).noneMatch(outcome -> outcome.retryAfter().isEmpty());
    assertThat(Traffic.slowest(refused)).isLessThan(Duration.ofSeconds(3));
    assertThat(recovered).isLessThan(Duration.ofSeconds(10));
  }

  private static Visitor.Answer write(Visitor api) throws IOException {
    var body = "{\"to\":\"reader@example.test\",\"language\":\"de\"}";
    return api.post("/api/v1/system/mail/test", UUID.randomUUID().toString(), body);
  }

  private String health() throws IOException {
    return instance.api().get("/api/v1/health").json().path("status").asText();
  }

  private void await(String server, String state) {
    Eventually.that(server + " to be " + state, PATIENCE, () -> probe(server).equals(state));
  }

  private String probe(String server) throws IOException {
    for (var probe : instance.api().anonymous().get("/health/detailed").json().path("probes")) {
      if (probe.path("name").asText().equals(server)) {
        return probe.path("status").asText();
      }
    }
    return "unknown";
  }

  private void seeCalls(long from) {
    seeReads(from);
    Eventually.that("writes", PATIENCE, () -> writes.since(from).size() > 3 * WRITES);
  }

  private void seeReads(long from) {
    Eventually.that("reads", PATIENCE, () -> reads.since(from).size() > 3 * READS);
  }

  /** For a whole second every call was well and as many were made as should be. */
  private static boolean isFull(Traffic traffic) {
    List<Outcome> last = traffic.since(System.nanoTime() - SECOND);
    return last.size() >= WRITES * 9 / 10 && Traffic.failed(last).isEmpty();
  }
}
