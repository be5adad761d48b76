package systems.voltaic.magnetiq.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RawSocketTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  @Test
  void readsAnswersOfEveryLengthOneByOne() {
    var answers =
        "HTTP/1.1 100 Continue\r\n\r\n"
            + "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-Name: a\r\n\r\nhello"
            + "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n"
            + "HTTP/1.1 204 No Content\r\n\r\n"
            + "HTTP/1.0 500 Broken\r\n\r\nuntil the end";
    try (var server = serving(answers);
        var socket = RawSocket.to(server.port())) {
      assertThat(socket.answer(SOON).status()).isEqualTo(100);
      var hello = socket.answer(SOON);
      assertThat(hello.body()).isEqualTo("hello");
      assertThat(hello.header("x-name")).contains("a");
      assertThat(socket.answer(SOON).body()).isEqualTo("abcde");
      assertThat(socket.answer(SOON).status()).isEqualTo(204);
      assertThat(socket.answer(SOON).body()).isEqualTo("until the end");
    }
  }

  @Test
  void saysWhatItGotWhenTheAnswerNeverEnds() {
    try (var sink = SmtpSink.start();
        var socket = RawSocket.to(sink.port())) {
      assertThatThrownBy(() -> socket.answer(Duration.ofMillis(100)))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("No answer in 100 ms")
          .hasMessageContaining("220 sink.test");
    }
  }

  @Test
  void failsWhenTheAnswerIsCutOff() {
    try (var server = serving("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello");
        var socket = RawSocket.to(server.port())) {
      assertThatThrownBy(() -> socket.answer(SOON)).hasMessageContaining("ended after: hello");
    }
  }

  private static Acceptor serving(String text) {
    return new Acceptor("canned", socket -> write(socket, text));
  }

  private static void write(Socket socket, String text) {
    try (socket) {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException gone) {
      throw new IllegalStateException(gone);
    }
  }
}
