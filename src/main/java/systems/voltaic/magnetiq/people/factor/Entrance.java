package systems.voltaic.magnetiq.people.factor;

import io.vertx.core.Future;
import java.util.Set;
import java.util.UUID;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Call;

/**
 * Lets people in who proved who they are.
 *
 * @param begun asks for the second step where there is one
 * @param completed opens the session: nothing is asked for any more
 */
public record Entrance(Begun begun, Completed completed) {

  /** The first step went well. */
  @FunctionalInterface
  public interface Begun {
    Future<Answer> let(Tx tx, UUID person, Set<String> methods, boolean unlocked, Call call);
  }

  /** Everything went well. */
  @FunctionalInterface
  public interface Completed {
    Future<Answer> let(Tx tx, UUID person, Set<String> methods, Call call);
  }

  public Future<Answer> begun(Tx tx, UUID person, Set<String> methods, Call call) {
    return begun.let(tx, person, methods, false, call);
  }

  public Future<Answer> completed(Tx tx, UUID person, Set<String> methods, Call call) {
    return completed.let(tx, person, methods, call);
  }
}
