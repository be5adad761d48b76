package systems.voltaic.magnetiq.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.fault.Fault;

class MaintenanceTest {

  private final Vertx vertx = Vertx.vertx();
  private final Promise<Void> vacuumed = Promise.promise();
  private final List<String> noted = new CopyOnWriteArrayList<>();
  private final Maintenance maintenance =
      new Maintenance(vertx, Future::succeededFuture, vacuumed::future, this::note);

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void whatWasSetOffIsAuditedBeforeAndAfter() {
    var outcome = maintenance.run(Caller.system("test"), "garbage-collect").await();
    assertThat(outcome.state()).isEqualTo("done");
    assertThat(noted).containsExactly("garbage-collect started", "garbage-collect done");
  }

  @Test
  void theSameIsNotSetOffTwiceAtATime() {
    var first = maintenance.run(Caller.system("test"), "vacuum");
    assertThatThrownBy(() -> maintenance.run(Caller.system("test"), "vacuum").await())
        .isInstanceOf(Fault.class)
        .hasMessageContaining("still running");
    vacuumed.complete();
    assertThat(first.await().state()).isEqualTo("done");
    assertThat(maintenance.run(Caller.system("test"), "vacuum").await().state()).isEqualTo("done");
  }

  @Test
  void aFailureIsAuditedAndTold() {
    vacuumed.fail("no");
    assertThatThrownBy(() -> maintenance.run(Caller.system("test"), "vacuum").await())
        .hasMessage("no");
    assertThat(noted).containsExactly("vacuum started", "vacuum failed");
  }

  private Future<Void> note(Caller caller, String action, String outcome) {
    noted.add(action + " " + outcome);
    return Future.succeededFuture();
  }
}
