package systems.voltaic.magnetiq.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.testkit.Eventually;

/** The connections of one instance, pinged by hand. */
class HubIT {

  /** A page that answers pings, or one that does nothing any more. */
  private static final class Listener implements WebSocket.Listener {
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final boolean reads;

    private Listener(boolean reads) {
      this.reads = reads;
    }

    @Override
    public void onOpen(WebSocket socket) {
      if (reads) {
        socket.request(Long.MAX_VALUE);
      }
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      heard.add(text.toString());
      return null;
    }
  }

  private final Vertx vertx = Vertx.vertx();
  private final Hub hub = new Hub(new SimpleMeterRegistry());
  private final int port =
      vertx
          .createHttpServer()
          .requestHandler(
              request -> {
                request.pause();
                request
                    .toWebSocket()
                    .onSuccess(socket -> hub.add(socket, guest(), moved -> {}, gone -> {}));
              })
          .listen(0)
          .map(HttpServer::actualPort)
          .await();

  @AfterEach
  void close() {
    vertx.close();
  }

  @Test
  void endsWhoAnswersNoPingAndKeepsWhoDoes() {
    var heard = new Listener(true);
    WebSocket quick = open(heard);
    WebSocket silent = open(new Listener(false));
    Eventually.that("both to be there", () -> hub.all().size() == 2);

    for (int round = 1; round <= 4; round++) {
      String where = "/round/" + round;
      hub.ping();
      hub.tell(any -> true, where);
      Eventually.that("it to hear " + where, () -> heard.heard.contains(where));
      quick.sendText("{\"type\":\"here\",\"where\":\"%s\"}".formatted(where), true).join();
      Eventually.that("it to be at " + where, () -> places().contains(where));
    }

    Eventually.that("the silent one to be gone", () -> hub.all().size() == 1);
    assertThat(quick.isOutputClosed()).isFalse();
    assertThat(places()).containsExactly("/round/4");
    silent.abort();
  }

  private List<String> places() {
    return hub.all().stream().map(c -> String.valueOf(c.where())).toList();
  }

  private WebSocket open(Listener listener) {
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .buildAsync(URI.create("ws://localhost:" + port + "/ws"), listener)
        .join();
  }

  private static Guest guest() {
    return new Guest(UUID.randomUUID(), UUID.randomUUID(), "Ada", Set.of("self"));
  }
}
