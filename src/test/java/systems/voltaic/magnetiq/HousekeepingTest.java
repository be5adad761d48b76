package systems.voltaic.magnetiq;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class HousekeepingTest {

  @Test
  void purgesUntilThereIsNothingLeft() {
    Iterator<Integer> deleted = List.of(10_000, 10_000, 3, 0).iterator();

    Housekeeping.untilNone(() -> Future.succeededFuture(deleted.next())).await();

    assertThat(deleted).isExhausted();
  }
}
