package systems.voltaic.magnetiq.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.job.Backoff;
import systems.voltaic.magnetiq.testkit.Eventually;

class SmtpPoolTest {

  private final List<Promise<SmtpLine>> dialled = new ArrayList<>();
  private final Vertx vertx = Vertx.vertx();
  private final SmtpPool pool = new SmtpPool(vertx, sending(), this::dial);

  private static Sending sending() {
    var backoff = new Backoff(Duration.ofMillis(100), Duration.ofMillis(300));
    return new Sending(1, 8, Duration.ofMillis(200), backoff, Optional.empty());
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private Future<SmtpLine> dial() {
    Promise<SmtpLine> line = Promise.promise();
    dialled.add(line);
    return line.future();
  }

  @Test
  void passesOverWhoWaitedTooLong() {
    var wanted = new AtomicBoolean(true);
    var first = pool.take(() -> true);
    var late = pool.take(wanted::get);
    var next = pool.take(() -> true);
    wanted.set(false);

    dialled.get(0).fail("the mail server is away");

    assertThat(first.failed()).isTrue();
    assertThat(late.cause()).isInstanceOf(Sender.NotReached.class);
    assertThat(next.isComplete()).isFalse();
    assertThat(dialled).hasSize(2);
  }

  @Test
  void sendsAwayWhoWaitsTooLong() {
    var first = pool.take(() -> true);
    var late = pool.take(() -> true);

    Eventually.that("it is sent away", late::failed);
    dialled.get(0).fail("the mail server is away");

    assertThat(late.cause()).isInstanceOf(Sender.NotReached.class);
    assertThat(first.failed()).isTrue();
    assertThat(dialled).hasSize(1);
  }

  @Test
  void hasRoomAgainWhenNobodyWantsToWait() {
    var first = pool.take(() -> true);
    var late = pool.take(() -> false);

    dialled.get(0).fail("the mail server is away");
    var next = pool.take(() -> true);

    assertThat(first.failed()).isTrue();
    assertThat(late.failed()).isTrue();
    assertThat(next.isComplete()).isFalse();
    assertThat(dialled).hasSize(2);
  }
}
