package systems.voltaic.magnetiq.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import systems.voltaic.magnetiq.testkit.BlockedLoops;
import systems.voltaic.magnetiq.testkit.Eventually;

@Isolated("it listens to the log of the whole JVM")
class BlockedLoopTest {

  @Test
  void aLoopThatIsHeldUpIsNamedAndTheRunFails() {
    var vertx = Vertx.vertx(BlockedLoop.watch(new VertxOptions(), BlockedLoop.IN_TESTS));
    try (var blocked = BlockedLoops.listen()) {
      vertx.runOnContext(go -> spin(Duration.ofMillis(300)));
      Eventually.that("a complaint", () -> blocked.count() > 0);
      assertThatThrownBy(blocked::assertNone).hasMessageContaining("eventloop");
    } finally {
      vertx.close().await();
    }
  }

  @Test
  void aLoopThatIsNotHeldUpIsNotNamed() {
    var vertx = Vertx.vertx(BlockedLoop.watch(new VertxOptions(), BlockedLoop.IN_TESTS));
    try (var blocked = BlockedLoops.listen()) {
      vertx.timer(250).await();
      blocked.assertNone();
      assertThat(blocked.count()).isZero();
    } finally {
      vertx.close().await();
    }
  }

  private static void spin(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }
}
