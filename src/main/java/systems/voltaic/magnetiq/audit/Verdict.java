package systems.voltaic.magnetiq.audit;

import java.time.Instant;

/**
 * What a look at the whole chain found.
 *
 * @param entries how many sealed entries were held against their seals
 * @param unsealed entries that are too new to have a seal
 * @param newest the newest seal as number and hash: worth noting outside the database
 * @param firstBroken null while everything is as it was written
 */
public record Verdict(
    boolean intact, long entries, long seals, long unsealed, String newest, Broken firstBroken) {

  /** The first seal that does not fit, and why, in a sentence that names the entry. */
  public record Broken(long seal, String reason) {}

  /** A verdict and when it was given. */
  public record Noted(Instant at, Verdict verdict) {}
}
