package systems.voltaic.magnetiq.mail;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.function.Supplier;

/** A few open lines, used one mail at a time; who waits is bounded by what is claimed. */
final class SmtpPool {

  private final int most;
  private final Supplier<Future<SmtpLine>> dial;
  private final Deque<SmtpLine> idle = new ArrayDeque<>();
  private final Queue<Promise<SmtpLine>> waiting = new ArrayDeque<>();
  private final Set<SmtpLine> open = new HashSet<>();
  private int taken;

  SmtpPool(int most, Supplier<Future<SmtpLine>> dial) {
    this.most = most;
    this.dial = dial;
  }

  Future<SmtpLine> take() {
    if (taken >= most) {
      Promise<SmtpLine> turn = Promise.promise();
      waiting.add(turn);
      return turn.future();
    }
    taken++;
    return line();
  }

  /** Of the next waiting one, or kept for a while; a line that closed makes room for a new one. */
  void giveBack(SmtpLine line) {
    if (line.isOpen()) {
      idle.push(line);
    }
    release();
  }

  private void release() {
    Promise<SmtpLine> next = waiting.poll();
    if (next == null) {
      taken--;
    } else {
      line().onComplete(next);
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
    waiting.forEach(turn -> turn.tryFail("the sender was closed"));
    waiting.clear();
  }
}
