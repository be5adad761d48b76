package systems.voltaic.magnetiq.people.factor;

import io.vertx.core.Future;
import java.util.function.Function;
import systems.voltaic.magnetiq.fault.Fault;

/**
 * How a proof was judged. A refusal is a value: its transaction must commit what it counted and
 * used up.
 */
record Verdict<T>(T value, Fault refusal) {

  static <T> Verdict<T> passed(T value) {
    return new Verdict<>(value, null);
  }

  static <T> Verdict<T> refused(Fault fault) {
    return new Verdict<>(null, fault);
  }

  <R> Future<Verdict<R>> then(Function<T, Future<R>> next) {
    return refusal == null
        ? next.apply(value).map(Verdict::passed)
        : Future.succeededFuture(refused(refusal));
  }

  <R> Future<Verdict<R>> check(Function<T, Future<Verdict<R>>> next) {
    return refusal == null ? next.apply(value) : Future.succeededFuture(refused(refusal));
  }

  /** Once the transaction is over. */
  T orThrow() {
    if (refusal != null) {
      throw refusal;
    }
    return value;
  }
}
