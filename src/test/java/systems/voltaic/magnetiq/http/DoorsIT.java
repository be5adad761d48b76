package systems.voltaic.magnetiq.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.testkit.FakeClock;
import systems.voltaic.magnetiq.testkit.RawSocket;

/** Nobody reaches the database as often as he likes without saying who he is. */
class DoorsIT {

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final int AT_ONCE = 3;

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger tickets = new AtomicInteger();
  private final AtomicInteger lookups = new AtomicInteger();
  private int port;

  @BeforeEach
  void open() {
    var metrics = new HttpMetrics(new SimpleMeterRegistry(), System::nanoTime);
    var window = new Limits.Window(60, Duration.ofMinutes(1), AT_ONCE);
    var limits = new Limits(Map.of("api", new Limits.Rule(List.of(window), false)));
    var limiter = new LocalLimiter(() -> limits, FakeClock.at("2026-03-01T12:00:00Z"));
    var endpoints =
        new Endpoints(this::identify, metrics)
            .get("/health", call -> Future.succeededFuture(Answer.noContent()))
            .getByCaller("/health/detailed", call -> Future.succeededFuture(Answer.noContent()));
    var socket = new SocketMount("/ws", TestServer.CONFIG, this::admit, limiter, metrics);
    var front =
        new Front(
            TestServer.CONFIG,
            new Messages(),
            metrics,
            UUID::randomUUID,
            System::nanoTime,
            Clock.systemUTC(),
            List.of(endpoints, socket));
    vertx
        .deployVerticle(new ApiVerticle(TestServer.CONFIG, front, opened -> port = opened))
        .await();
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void countsWhoTriesTicketsBeforeTheyAreLookedUp() {
    String knock =
        "/ws?ticket=made-up HTTP/1.1\r\nUpgrade: websocket\r\nConnection: upgrade\r\n"
            + "Origin: http://shelf.test";
    for (int i = 0; i < AT_ONCE; i++) {
      assertThat(get(knock).status()).isEqualTo(401);
    }

    var tooMany = get(knock);

    assertThat(tooMany.status()).isEqualTo(429);
    assertThat(tooMany.header("retry-after")).isPresent();
    assertThat(tickets).hasValue(AT_ONCE);
  }

  @Test
  void looksNobodyUpForWhatEverybodyIsTold() {
    String bearing = " HTTP/1.1\r\nAuthorization: Bearer made-up";

    assertThat(get("/health" + bearing).status()).isEqualTo(204);
    assertThat(lookups).hasValue(0);
    assertThat(get("/health/detailed" + bearing).status()).isEqualTo(204);
    assertThat(lookups).hasValue(1);
  }

  private Future<Consumer<ServerWebSocket>> admit(String ticket) {
    tickets.incrementAndGet();
    return Future.failedFuture(Fault.of(Fault.Kind.UNAUTHENTICATED, "unauthenticated", "who?"));
  }

  private Future<Caller> identify(Exchange exchange, String operationId) {
    lookups.incrementAndGet();
    return Future.succeededFuture(exchange.stranger(operationId));
  }

  private RawSocket.Answer get(String rest) {
    try (var socket = RawSocket.to(port)) {
      return socket.send("GET " + rest + "\r\nHost: localhost\r\n\r\n").answer(SOON);
    }
  }
}
