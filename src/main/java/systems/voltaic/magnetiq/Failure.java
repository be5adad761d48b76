package systems.voltaic.magnetiq;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.slf4j.LoggerFactory;
import systems.voltaic.magnetiq.embedded.EmbeddedFailure;

/** What a failed command tells the operator. */
final class Failure {

  static String sentence(Throwable failure) {
    Throwable cause = unwrapped(failure);
    if (cause instanceof Config.Faulty
        || cause instanceof EmbeddedFailure
        || cause instanceof IllegalStateException) {
      return "magnetiq: " + cause.getMessage();
    }
    LoggerFactory.getLogger(Failure.class).debug("what failed", cause);
    return "magnetiq: " + cause;
  }

  private static Throwable unwrapped(Throwable failure) {
    boolean wrapper =
        failure instanceof ExecutionException || failure instanceof CompletionException;
    return wrapper && failure.getCause() != null ? unwrapped(failure.getCause()) : failure;
  }

  private Failure() {}
}
