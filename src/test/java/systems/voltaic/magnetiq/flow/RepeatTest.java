package systems.voltaic.magnetiq.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RepeatTest {

  @Test
  void takesStepsUntilOneSaysThatItWasTheLast() {
    var steps = new AtomicInteger();
    Repeat.whileTrue(() -> Future.succeededFuture(steps.incrementAndGet() < 500)).await();

    assertThat(steps).hasValue(500);
  }

  @Test
  void takesManyStepsThatWaitWithoutAStackOfThem() {
    Vertx vertx = Vertx.vertx();
    var steps = new AtomicInteger();
    Repeat.whileTrue(
            () ->
                vertx
                    .timer(1, TimeUnit.MICROSECONDS)
                    .map(fired -> steps.incrementAndGet() < 20_000))
        .await();
    vertx.close().await();

    assertThat(steps).hasValue(20_000);
  }

  @Test
  void endsWithTheFirstFailure() {
    assertThatThrownBy(() -> Repeat.whileTrue(() -> Future.failedFuture("no")).await())
        .hasMessageContaining("no");
    assertThatThrownBy(
            () ->
                Repeat.whileTrue(
                        () -> {
                          throw new IllegalStateException("thrown");
                        })
                    .await())
        .hasMessageContaining("thrown");
  }
}
