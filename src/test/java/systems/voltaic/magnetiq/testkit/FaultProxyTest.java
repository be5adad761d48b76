package systems.voltaic.magnetiq.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.testkit.FaultProxy.Mode;

class FaultProxyTest {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration SHORTLY = Duration.ofMillis(150);

  private final Acceptor echo = new Acceptor("echo", this::serve);
  private final FaultProxy proxy = FaultProxy.to(echo.port());

  @AfterEach
  void close() {
    proxy.close();
    echo.close();
  }

  @Test
  void passesBytesBothWaysAndCountsConnections() {
    try (var line = RawSocket.to(proxy.port());
        var other = RawSocket.to(proxy.port())) {
      line.send("one");
      other.send("two");

      assertThat(line.read(3, SOON)).isEqualTo("one");
      assertThat(other.read(3, SOON)).isEqualTo("two");
      assertThat(proxy.connections()).isEqualTo(2);
    }
    Eventually.that("no open line", () -> proxy.open() == 0);
  }

  @Test
  void refusesNewConnectionsAndKeepsOpenOnes() {
    try (var line = RawSocket.to(proxy.port())) {
      line.send("a").read(1, SOON);
      proxy.become(Mode.REFUSE);

      assertThatThrownBy(() -> RawSocket.to(proxy.port()).close())
          .isInstanceOf(UncheckedIOException.class);
      assertThat(line.send("b").read(1, SOON)).isEqualTo("b");
    }
    proxy.pass();
    try (var again = RawSocket.to(proxy.port())) {
      assertThat(again.send("c").read(1, SOON)).isEqualTo("c");
    }
  }

  @Test
  void holdsBytesInTheBlackHoleUntilTheNetIsBack() {
    try (var line = RawSocket.to(proxy.port())) {
      line.send("a").read(1, SOON);
      proxy.become(Mode.BLACKHOLE);
      line.send("b");

      assertThat(line.everything(SHORTLY)).isEmpty();
      try (var fresh = RawSocket.to(proxy.port())) {
        assertThat(fresh.send("x").everything(SHORTLY)).isEmpty();
        proxy.pass();
        assertThat(fresh.read(1, SOON)).isEqualTo("x");
      }
      assertThat(line.read(1, SOON)).isEqualTo("b");
    }
  }

  @Test
  void delaysEachPiece() {
    proxy.delay(SHORTLY);
    try (var line = RawSocket.to(proxy.port())) {
      var start = System.nanoTime();
      line.send("a").read(1, SOON);

      assertThat(System.nanoTime() - start).isGreaterThan(2 * SHORTLY.toNanos() - 1_000_000);
    }
  }

  @Test
  void resetsOpenLinesAtOnceAndServesNewOnesAfterACut() {
    try (var line = RawSocket.to(proxy.port())) {
      line.send("a").read(1, SOON);
      proxy.cut();

      assertThatThrownBy(() -> line.read(1, SOON)).isInstanceOf(UncheckedIOException.class);
    }
    try (var fresh = RawSocket.to(proxy.port())) {
      assertThat(fresh.send("b").read(1, SOON)).isEqualTo("b");
    }
  }

  @Test
  void resetsEveryNewConnectionInResetMode() {
    proxy.become(Mode.RESET);
    assertThatThrownBy(this::readFromNewConnection).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void closesOneHalfOnly() {
    try (var line = RawSocket.to(proxy.port())) {
      line.send("a").read(1, SOON);
      proxy.become(Mode.HALF_CLOSE);

      assertThat(line.everything(SOON)).isEmpty();
      line.send("still listening");
    }
  }

  private void readFromNewConnection() {
    try (var line = RawSocket.to(proxy.port())) {
      line.read(1, SOON);
    }
  }

  private void serve(Socket socket) {
    echo.execute(() -> echo(socket));
  }

  private static void echo(Socket socket) {
    try (socket) {
      socket.getInputStream().transferTo(socket.getOutputStream());
    } catch (IOException cut) {
      assert cut != null;
    }
  }
}
