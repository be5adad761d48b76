package systems.voltaic.magnetiq.mail;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A few open lines, used one mail at a time; who waits is bounded by what is claimed. */
final class SmtpPool {

  private final Vertx vertx;
  private final int most;
  private final long patience;
  private final Supplier<Future<SmtpLine>> dial;
  private final Deque<SmtpLine> idle = new ArrayDeque<>();
  private final Queue<Turn> waiting = new ArrayDeque<>();
  private final Set<SmtpLine> open = new HashSet<>();
  private int taken;

  SmtpPool(Vertx vertx, Sending sending, Supplier<Future<SmtpLine>> dial) {
    this.vertx = vertx;
    this.most = sending.connections();
    this.patience = sending.deadline().toMillis();
    this.dial = dial;
  }

  private record Turn(BooleanSupplier wanted, Promise<SmtpLine> line) {}

  /** Who waits for too long, or wants it no more, gets none. */
  Future<SmtpLine> take(BooleanSupplier wanted) {
    if (taken >= most) {
      return await(new Turn(wanted, Promise.promise()));
    }
    taken++;
    return line();
  }

  private Future<SmtpLine> await(Turn turn) {
    waiting.add(turn);
    vertx.setTimer(patience, late -> leave(turn));
    return turn.line().future();
  }

  private void leave(Turn turn) {
    if (waiting.remove(turn)) {
      turn.line().fail(new Sender.NotReached());
    }
  }

  /** Of the next waiting one, or kept for a while; a line that closed makes room for a new one. */
  void giveBack(SmtpLine line) {
    if (line.isOpen()) {
      idle.push(line);
    }
    release();
  }

  private void release() {
    Turn next = waiting.poll();
    while (next != null && !next.wanted().getAsBoolean()) {
      next.line().fail(new Sender.NotReached());
      next = waiting.poll();
    }
    if (next == null) {
      taken--;
    } else {
      line().onComplete(next.line());
    }
  }

  private Future<SmtpLine> line() {
    SmtpLine kept = idle.poll();
    return kept != null ? Future.succeededFuture(kept) : fresh();
  }

  private Future<SmtpLine> fresh() {
    return dial.get().onSuccess(this::watch).onFailure(t -> release());
  }

  private void watch(SmtpLine line) {
    open.add(line);
    line.whenClosed(() -> forget(line));
  }

  private void forget(SmtpLine line) {
    idle.remove(line);
    open.remove(line);
  }

  void close() {
    Set.copyOf(open).forEach(SmtpLine::quit);
    waiting.forEach(turn -> turn.line().tryFail("the sender was closed"));
    waiting.clear();
  }
}
