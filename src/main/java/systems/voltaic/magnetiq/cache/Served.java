package systems.voltaic.magnetiq.cache;

/** An answer for a visitor, and whether it is an old one that had to do. */
public record Served(FinishedAnswer answer, boolean stale) {

  boolean valid(long now) {
    return now < answer.facts().validUntil().toEpochMilli();
  }
}
