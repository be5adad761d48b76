package systems.voltaic.magnetiq.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.Punctual;

@Punctual
@Isolated("it holds the platform to times")
class RedisLinkIT {

  private static final Script ECHO = Script.of("return {KEYS[1], ARGV[1]}");
  private static RedisServer server;
  private static Vertx vertx;
  private final List<RedisLink> links = new ArrayList<>();

  @BeforeAll
  static void startServer() {
    server = new RedisServer("--requirepass", "open-sesame");
    vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
  }

  @AfterEach
  void closeLinks() {
    links.forEach(link -> link.close().await());
  }

  @AfterAll
  static void stopServer() {
    vertx.close().await();
    server.close();
  }

  @Test
  void answersCommands() {
    var redis = connected();

    redis.send(Command.SET, "mq:greeting", "hello", "PX", 5000).await();

    assertThat(redis.send(Command.GET, "mq:greeting").await()).hasToString("hello");
    assertThat(redis.state().up()).isTrue();
    assertThat(redis.state().version()).isPresent();
  }

  @Test
  void runsScriptsTheServerHasForgotten() {
    var redis = connected();
    redis.eval(ECHO, List.of("mq:a"), "first").await();
    redis.send(Command.SCRIPT, "FLUSH").await();

    assertThat(redis.eval(ECHO, List.of("mq:a"), "second").await().get(1)).hasToString("second");
    assertThat(redis.eval(ECHO, List.of("mq:a"), 3).await().get(1)).hasToString("3");
  }

  @Test
  void hasAConnectionOfItsOwnForEachEventLoop() {
    var redis = connected();

    String clients = redis.send(Command.CLIENT, "LIST").await().toString();

    assertThat(clients.lines()).hasSize(3);
  }

  @Test
  void comesBackAfterTheServerWasKilled() {
    var redis = connected();
    var heard = new CopyOnWriteArrayList<String>();
    var watched = new CopyOnWriteArrayList<String>();
    redis.watch(noting(watched));
    redis.subscribe("mq:news", heard::add).await();

    server.kill();
    Eventually.that("the break is noticed", () -> !redis.state().up() && !redis.listening());
    long start = System.nanoTime();
    assertThatThrownBy(() -> redis.send(Command.PING).await()).isInstanceOf(Fault.class);
    assertThat(System.nanoTime() - start).isLessThan(Duration.ofMillis(50).toNanos());
    assertThat(redis.state().problem().orElseThrow()).contains("check that it runs");

    server.start();
    Eventually.that("it is back", Duration.ofSeconds(3), () -> back(redis));
    redis.publish("mq:news", "good").await();
    Eventually.that("news arrive again", () -> heard.contains("good"));
    assertThat(watched).containsExactly("lost", "restored");
  }

  @Test
  void aFrozenServerCostsOneDeadlineAndThenNothing() {
    var redis = connected();

    server.freeze();
    long start = System.nanoTime();
    var calls = burst(redis, 20);
    assertThat(calls).allSatisfy(call -> assertThat(faultOf(call)).startsWith("redis-"));
    assertThat(System.nanoTime() - start).isLessThan(Duration.ofMillis(600).toNanos());
    Eventually.that("the break is noticed", () -> !redis.state().up() && !redis.listening());
    assertThat(faultOf(redis.send(Command.PING))).isEqualTo("redis-away");

    server.thaw();
    Eventually.that("it is back", () -> back(redis));
  }

  @Test
  void refusesMoreCallsThanMayWait() {
    var redis =
        link(
            new RedisConfig(
                url(),
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                5));
    redis.start().await();

    server.freeze();
    var calls = burst(redis, 20);
    server.thaw();

    assertThat(calls.stream().map(RedisLinkIT::faultOf).filter("redis-busy"::equals)).hasSize(15);
    assertThat(redis.send(Command.PING).await()).hasToString("PONG");
  }

  @Test
  void startsWithoutAServer() throws Exception {
    try (var blackhole = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var redis = link(RedisConfig.of("redis://127.0.0.1:" + blackhole.getLocalPort()));

      long start = System.nanoTime();
      redis.start().await();

      assertThat(System.nanoTime() - start).isLessThan(Duration.ofMillis(1500).toNanos());
      assertThat(redis.state().up()).isFalse();
      assertThat(faultOf(redis.send(Command.PING))).isEqualTo("redis-away");
    }
  }

  @Test
  void saysThatThePasswordIsWrong() {
    var redis = link(RedisConfig.of("redis://:wrong@127.0.0.1:" + server.port()));

    redis.start().await();

    assertThat(redis.state().problem().orElseThrow()).contains("WRONGPASS");
  }

  private static RedisLink.Watcher noting(List<String> notes) {
    return new RedisLink.Watcher() {
      @Override
      public void lost() {
        notes.add("lost");
      }

      @Override
      public void restored() {
        notes.add("restored");
      }
    };
  }

  private List<Future<Response>> burst(RedisLink redis, int calls) {
    List<Future<Response>> all = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      all.add(redis.send(Command.PING));
    }
    return all;
  }

  private static boolean back(RedisLink redis) {
    return redis.state().up() && redis.listening();
  }

  private static String faultOf(Future<Response> call) {
    try {
      return "answered " + call.await();
    } catch (Fault fault) {
      return fault.code();
    }
  }

  private RedisLink connected() {
    var redis = link(RedisConfig.of(url()));
    redis.start().await();
    return redis;
  }

  private RedisLink link(RedisConfig config) {
    var redis =
        new RedisLink(vertx, config, new SimpleMeterRegistry(), new Random(1), Clock.systemUTC());
    links.add(redis);
    return redis;
  }

  private static String url() {
    return "redis://:open-sesame@127.0.0.1:" + server.port();
  }
}
