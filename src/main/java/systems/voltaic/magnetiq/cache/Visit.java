package systems.voltaic.magnetiq.cache;

import io.vertx.core.MultiMap;

/** What the HTTP kernel does around an answer, whoever gives it. */
public interface Visit {

  /**
   * Adds what every answer carries and this one has not; false when there is nobody to answer any
   * more.
   */
  boolean begin(MultiMap headers);

  void end(int status);

  /** Answers for an origin that failed and had no older answer to stand in. */
  void fail(Throwable reason);
}
