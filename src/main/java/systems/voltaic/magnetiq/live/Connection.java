package systems.voltaic.magnetiq.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.http.WebSocketFrameType;
import io.vertx.core.internal.http.WebSocketInternal;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import systems.voltaic.magnetiq.json.Json;

/** One open page of one guest; nobody waits for a slow one. */
final class Connection {

  static final short GOING_AWAY = 1001;
  static final short NOT_UNDERSTOOD = 1003;
  static final short TOO_BIG = 1009;
  static final short SESSION_OVER = 4001;
  static final short TOO_SLOW = 4008;
  static final short TOO_MUCH = 4029;

  private static final int QUEUE_BYTES = 128 * 1024;
  private static final int LAST_WORD_SECONDS = 2;
  private static final int LONGEST = 1024;
  private static final int MESSAGES_A_PING = 60;
  private static final int UNANSWERED = 2;
  private static final Pattern WHERE = Pattern.compile("/[A-Za-z0-9/_.~-]{0,200}");

  private static final Set<WebSocketFrameType> NO_WORDS =
      EnumSet.of(WebSocketFrameType.PING, WebSocketFrameType.PONG, WebSocketFrameType.CLOSE);

  private final ServerWebSocket socket;
  private volatile Guest guest;
  private volatile String where;
  private volatile boolean closing;
  private int messages;
  private int unanswered;

  Connection(ServerWebSocket socket, Guest guest) {
    this.socket = socket;
    this.guest = guest;
  }

  /** Hears of moves and of the end, on the connection's own loop. */
  void open(Runnable moved, Runnable gone) {
    socket.setWriteQueueMaxSize(QUEUE_BYTES);
    socket.frameHandler(frame -> heard(frame, moved));
    socket.pongHandler(pong -> unanswered = 0);
    socket.exceptionHandler(broken -> closing = true);
    socket.closeHandler(closed -> gone.run());
  }

  Guest guest() {
    return guest;
  }

  void guest(Guest now) {
    guest = now;
  }

  /** Null until the page said it. */
  String where() {
    return where;
  }

  void send(String frame) {
    if (isOver()) {
      return;
    }
    try {
      sendNow(frame);
    } catch (IllegalStateException closedJustNow) {
      closing = true;
    }
  }

  private void sendNow(String frame) {
    if (socket.writeQueueFull()) {
      end(TOO_SLOW, "too slow");
    } else {
      socket.writeTextMessage(frame);
    }
  }

  private boolean isOver() {
    return closing || socket.isClosed();
  }

  /** With a last word. */
  void bye(short code, String reason) {
    send(Frames.bye(reason));
    end(code, reason);
  }

  /** Who answered nothing for two pings is gone. */
  void ping() {
    messages = 0;
    if (++unanswered > UNANSWERED) {
      end(GOING_AWAY, "no answer");
    } else if (!isOver()) {
      socket.writePing(Buffer.buffer("live"));
    }
  }

  private void end(short code, String reason) {
    if (!closing) {
      closing = true;
      socket
          .close(code, reason)
          .timeout(LAST_WORD_SECONDS, TimeUnit.SECONDS)
          .onFailure(unread -> cut());
    }
  }

  /** Who reads nothing does not read the last word either, and would stay for ever. */
  private void cut() {
    ((WebSocketInternal) socket).channelHandlerContext().close();
  }

  private void heard(WebSocketFrame frame, Runnable moved) {
    if (closing || NO_WORDS.contains(frame.type())) {
      return;
    }
    if (++messages > MESSAGES_A_PING) {
      end(TOO_MUCH, "too much");
    } else if (frame.binaryData().length() > LONGEST) {
      end(TOO_BIG, "too big");
    } else if (!frame.isText() || !frame.isFinal() || !understood(frame.textData(), moved)) {
      end(NOT_UNDERSTOOD, "not understood");
    }
  }

  private boolean understood(String text, Runnable moved) {
    try {
      JsonNode said = Json.parse(text);
      String place = said.path("where").asText("");
      if (!said.path("type").asText("").equals("here") || !WHERE.matcher(place).matches()) {
        return false;
      }
      move(place, moved);
      return true;
    } catch (IllegalArgumentException notJson) {
      return false;
    }
  }

  private void move(String place, Runnable moved) {
    boolean other = !place.equals(where);
    where = place;
    if (other) {
      moved.run();
    }
  }
}
