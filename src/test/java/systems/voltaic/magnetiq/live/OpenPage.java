package systems.voltaic.magnetiq.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import systems.voltaic.magnetiq.json.Json;
import systems.voltaic.magnetiq.testkit.Eventually;

/** A page of somebody who is signed in, with its live connection. */
final class OpenPage {

  private static final Duration SOON = Duration.ofSeconds(10);

  final WebSocket socket;
  final Queue<JsonNode> heard = new ConcurrentLinkedQueue<>();

  private OpenPage(WebSocket socket) {
    this.socket = socket;
    socket.textMessageHandler(text -> heard.add(Json.parse(text)));
  }

  static OpenPage at(Vertx vertx, int port, String ticket) {
    return at(vertx, options(port, ticket, "http://localhost:" + port));
  }

  static OpenPage at(Vertx vertx, WebSocketConnectOptions options) {
    return at(vertx.createWebSocketClient(), options);
  }

  static OpenPage at(WebSocketClient client, WebSocketConnectOptions options) {
    return client.connect(options).map(OpenPage::new).await();
  }

  static WebSocketConnectOptions options(int port, String ticket, String origin) {
    return new WebSocketConnectOptions()
        .setHost("localhost")
        .setPort(port)
        .setURI("/ws?ticket=" + ticket)
        .addHeader("Origin", origin);
  }

  void here(String where) {
    socket.writeTextMessage("{\"type\":\"here\",\"where\":\"" + where + "\"}").await();
  }

  /** Waits for a frame of this type that holds the text. */
  JsonNode next(String type, String with) {
    return Eventually.get(
        type + " with " + with,
        SOON,
        () ->
            heard.stream()
                .filter(frame -> frame.path("type").asText().equals(type))
                .filter(frame -> frame.toString().contains(with))
                .findFirst());
  }

  /** Waits for the end; its code. */
  int closed() {
    Eventually.that("the connection to end", SOON, socket::isClosed);
    return socket.closeStatusCode() == null ? 0 : socket.closeStatusCode();
  }
}
