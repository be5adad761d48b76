package systems.voltaic.magnetiq.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systems.voltaic.magnetiq.redis.RedisServer;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.Needs;
import systems.voltaic.magnetiq.testkit.NginxProcess;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.Program;
import systems.voltaic.magnetiq.testkit.Punctual;
import systems.voltaic.magnetiq.testkit.Traffic;
import systems.voltaic.magnetiq.testkit.Visitor;

/** Nobody notices that an instance is replaced by the next version of it. */
@Needs({Program.NGINX, Program.REDIS})
@Punctual
@Order(Integer.MAX_VALUE - 1)
class RollingReplaceIT {
  private static final int PER_SECOND = 200;
  private static final int CLIENTS = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Map<String, String> UNLIMITED =
      Map.of("API_RATE", "100000r/s", "API_BURST", "10000", "LOGIN_RATE", "100000r/s");

  private static final String MAIL = "{\"to\":\"reader@example.test\",\"language\":\"en\"}";
  private static final Set<Integer> ANSWERED = Set.of(200, 401, 403);

  @TempDir Path folder;

  private final AtomicInteger resent = new AtomicInteger();

  @Test
  void failsNoRequestWhileAnInstanceIsReplacedBehindNginx() throws IOException {
    var database = Databases.fresh();
    try (var redis = new RedisServer()) {
      var environment = new HashMap<>(Platform.withDemo(database, redis.config().url()));
      environment.put("TRUSTED_PROXIES", "127.0.0.1");
      environment.put("ALLOWED_HOSTS", "localhost");
      environment.put("DRAIN", "2s");
      try (var leaving = Platform.launch(folder, environment);
          var staying = Platform.launch(folder, environment)) {
        replace(leaving.ready(), staying.ready(), environment);
      }
    }
  }

  private void replace(Platform leaving, Platform staying, Map<String, String> environment)
      throws IOException {
    var edge = Files.createDirectories(folder.resolve("edge"));
    var variables = new HashMap<>(UNLIMITED);
    variables.putAll(upstreams(leaving, staying));
    try (var nginx = NginxProcess.start("prod.conf.template", edge, variables)) {
      var address = "https://localhost:" + nginx.httpsPort();
      var kept = Visitor.trustingOurs(address);
      try (var traffic =
          Traffic.start(PER_SECOND, CLIENTS, number -> call(kept, address, number))) {
        more(traffic, 5 * PER_SECOND);
        try (var next = Platform.start(folder, environment)) {
          nginx.reload(upstreams(next, staying));
          assertThat(leaving.stop()).isIn(0, 143);
          more(traffic, 5 * PER_SECOND);
          traffic.stop();
        }
        var all = traffic.all();
        System.out.printf(
            "one of two replaced behind nginx: %d requests, %d failed, slowest %d ms, %d resent, by"
                + " status %s%n",
            all.size(),
            failed(all).size(),
            Traffic.slowest(all).toMillis(),
            resent.get(),
            all.stream().collect(Collectors.groupingBy(o -> o.status(), Collectors.counting())));
        assertThat(failed(all)).isEmpty();
        assertThat(resent).hasValueLessThanOrEqualTo(CLIENTS);
      }
    }
  }

  /**
   * A reload of nginx closes each kept connection once, maybe while a request is on its way; that
   * one was not looked at. Clients send it again as browsers do, over a new connection, since any
   * other that was kept may be about to close too: reads change nothing, writes have their key.
   */
  private Visitor.Answer call(Visitor kept, String address, int number) throws IOException {
    try {
      return once(kept, number);
    } catch (IOException closed) {
      assertThat(closed).hasMessageContaining("received no bytes");
      resent.incrementAndGet();
      return once(Visitor.trustingOurs(address), number);
    }
  }

  /**
   * Public reads, and one write in ten, which nginx may not send twice; a visitor may not write.
   */
  private static Visitor.Answer once(Visitor visitor, int number) throws IOException {
    return switch (number / CLIENTS % 10) {
      case 0 -> visitor.post("/api/v1/system/mail/test", "key" + number, MAIL);
      case 1, 2 -> visitor.get("/");
      case 3, 4, 5 -> visitor.get("/api/v1/health");
      case 6, 7 -> visitor.get("/health/ready");
      default -> visitor.get("/api/v1/site");
    };
  }

  private static List<Traffic.Outcome> failed(List<Traffic.Outcome> all) {
    return all.stream().filter(outcome -> !ANSWERED.contains(outcome.status())).toList();
  }

  private static void more(Traffic traffic, int requests) {
    var before = traffic.all().size();
    Eventually.that("requests", PATIENCE, () -> traffic.all().size() > before + requests);
  }

  private static Map<String, String> upstreams(Platform... instances) {
    return Map.of(
        "SITE_UPSTREAMS", servers(Stream.of(instances).map(Platform::sitePort)),
        "API_UPSTREAMS", servers(Stream.of(instances).map(Platform::apiPort)));
  }

  private static String servers(Stream<Integer> ports) {
    return ports
        .map("server 127.0.0.1:%d max_fails=3 fail_timeout=5s;"::formatted)
        .collect(Collectors.joining(" "));
  }
}
