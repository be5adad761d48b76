package systems.voltaic.magnetiq.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedTest {
  @TempDir private Path folder;

  @Test
  void keepsAPasswordAndAPort() throws Exception {
    var first = Remembered.in(folder.resolve("file"));
    var password = first.password("a");
    var port = first.port("b");

    var second = Remembered.in(folder.resolve("file"));

    assertThat(second.password("a")).isEqualTo(password).matches("\\w{32}");
    assertThat(second.password("other")).isNotEqualTo(password);
    assertThat(second.port("b")).isEqualTo(port);
  }

  @Test
  void takesAnotherPortWhereTheOneOfLastTimeIsTaken() throws Exception {
    var remembered = Remembered.in(folder.resolve("file"));
    var port = remembered.port("a");
    try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(remembered.port("a")).isNotEqualTo(taken.getLocalPort());
    }
  }
}
