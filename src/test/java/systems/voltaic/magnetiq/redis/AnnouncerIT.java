package systems.voltaic.magnetiq.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.bus.EventCodec;
import systems.voltaic.magnetiq.bus.Topics;
import systems.voltaic.magnetiq.bus.Topics.JobsWaiting;
import systems.voltaic.magnetiq.testkit.Eventually;

class AnnouncerIT {

  private final RedisServer server = new RedisServer();
  private final Instance berlin = new Instance("berlin");
  private final Instance lisbon = new Instance("lisbon");

  @BeforeEach
  void startAnnouncing() {
    berlin.start();
    lisbon.start();
  }

  @AfterEach
  void stopAll() {
    berlin.stop();
    lisbon.stop();
    server.close();
  }

  @Test
  void wakesTheOtherInstanceOnceAndDoesNotEcho() {
    berlin.announce("mail");
    Eventually.that("lisbon hears of it", () -> lisbon.heard.contains(Set.of("mail")));

    lisbon.announce("webhook");
    Eventually.that("berlin hears of it", () -> berlin.heard.contains(Set.of("webhook")));
    Eventually.that("lisbon hears itself", () -> lisbon.heard.contains(Set.of("webhook")));

    assertThat(berlin.heard).containsExactly(Set.of("mail"), Set.of("webhook"));
    assertThat(lisbon.heard).containsExactly(Set.of("mail"), Set.of("webhook"));
  }

  @Test
  void gathersABurstIntoFewMessages() {
    for (int i = 0; i < 1000; i++) {
      berlin.announce("kind-" + i % 5);
    }

    berlin.announce("last");
    Eventually.that(
        "lisbon hears the last", () -> lisbon.heard.stream().anyMatch(k -> k.contains("last")));
    assertThat(lisbon.heard).hasSizeLessThan(100);
  }

  private final class Instance {
    final List<Set<String>> heard = new CopyOnWriteArrayList<>();
    final Vertx vertx = Vertx.vertx();
    final RedisLink redis =
        new RedisLink(
            vertx, server.config(), new SimpleMeterRegistry(), new Random(1), Clock.systemUTC());
    final String name;

    Instance(String name) {
      this.name = name;
    }

    void start() {
      EventCodec.register(vertx);
      redis.start().await();
      new Announcer(vertx, redis, name).start().await();
      Topics.JOBS_WAITING.subscribe(vertx, waiting -> heard.add(waiting.kinds())).await();
    }

    void announce(String kind) {
      Topics.JOBS_WAITING.publish(vertx, new JobsWaiting(Set.of(kind)));
    }

    void stop() {
      redis.close().await();
      vertx.close().await();
    }
  }
}
