package systems.voltaic.magnetiq.job;

import java.util.UUID;

/** The lease ended and the job belongs to somebody else: nothing more may be written for it. */
public final class LeaseLost extends RuntimeException {

  private static final long serialVersionUID = 1;

  LeaseLost(String kind, UUID id) {
    super("the lease of " + kind + " " + id + " was lost", null, false, false);
  }
}
