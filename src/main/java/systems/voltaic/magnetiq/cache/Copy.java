package systems.voltaic.magnetiq.cache;

import java.util.Map;

/** An answer in this instance's memory, and when it was last known to hold. */
final class Copy {

  private final FinishedAnswer answer;
  private final Served asFresh;
  private final Served asStale;
  private final long made;
  private final long validUntil;
  private volatile long generation = -1;
  private volatile long verified;
  private volatile long verifiedIn;

  Copy(FinishedAnswer answer, long verified, long epoch) {
    this.answer = answer;
    this.asFresh = new Served(answer, false);
    this.asStale = new Served(answer, true);
    this.made = answer.facts().made().toEpochMilli();
    this.validUntil = answer.facts().validUntil().toEpochMilli();
    verify(verified, epoch);
  }

  void verify(long now, long epoch) {
    verified = now;
    verifiedIn = epoch;
  }

  boolean verified(long now, long epoch, long net) {
    return verifiedIn == epoch && now - verified < net;
  }

  long verified() {
    return verified;
  }

  /** Nothing it was made from has changed since, as far as this instance knows. */
  boolean current(Versions versions) {
    long seen = versions.generation();
    if (generation == seen) {
      return true;
    }
    boolean current = !versions.outdated(madeFrom());
    if (current) {
      generation = seen;
    }
    return current;
  }

  boolean valid(long now) {
    return now < validUntil;
  }

  long age(long now) {
    return now - made;
  }

  /** Clocks may jump, versions don't: the time only decides between two that are outdated. */
  boolean replaces(Copy other, Versions versions) {
    return current(versions) || (!other.current(versions) && made >= other.made);
  }

  Map<String, Long> madeFrom() {
    return answer.facts().madeFrom();
  }

  FinishedAnswer answer() {
    return answer;
  }

  Served asFresh() {
    return asFresh;
  }

  Served asStale() {
    return asStale;
  }
}
