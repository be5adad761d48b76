package systems.voltaic.magnetiq.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systems.voltaic.magnetiq.testkit.FakeClock;

class SystemInfoTest {

  @TempDir Path data;

  @Test
  void itTellsSizesVersionsAndUptimeAlsoWhenAServerIsAway() throws Exception {
    Files.writeString(Files.createDirectories(data.resolve("media/a")).resolve("b"), "12345");
    Files.writeString(data.resolve("media/c"), "678");
    var vertx = Vertx.vertx();
    var clock = FakeClock.at("2026-03-01T10:00:00Z");
    var system = new SystemInfo(vertx, clock, facts());
    clock.advance(Duration.ofMinutes(2));

    SystemInfo.Info info = system.read().await();

    assertThat(info.uptimeSeconds()).isEqualTo(120);
    assertThat(info.dataBytes()).isEqualTo(Map.of("media", 8L));
    assertThat(info.servers()).isEqualTo(Map.of("postgres", "18.6", "redis", "unknown"));
    assertThat(info.machine().eventLoops()).isEqualTo(2);
    vertx.close().await();
  }

  private SystemInfo.Facts facts() {
    return new SystemInfo.Facts(
        new Build("2.0.0", "now"),
        Set.of("api"),
        2,
        data,
        Map.of(
            "postgres", () -> Future.succeededFuture("18.6"),
            "redis", () -> Future.failedFuture("away")),
        Map.of("HOST", "localhost"));
  }
}
