package systems.voltaic.magnetiq.people.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;

/**
 * Slows down who guesses. It counts for an account and a network, so that nobody locks out others;
 * what is tried on an account from everywhere together slows down only networks it never signed in
 * from. The mailed link lets the owner past both.
 */
public final class Brake {

  /**
   * @param free so many failures cost nothing
   * @param first what the next one costs, and how much dearer each further one is, up to the most
   * @param memory after so long without a failure all is forgotten
   */
  record Pace(int free, Duration first, double growth, Duration most, Duration memory) {}

  /** Somebody tries to be the account, from a network. */
  public record Attempt(String account, String network) {}

  private static final Pace NETWORK =
      new Pace(5, Duration.ofMinutes(1), 2, Duration.ofMinutes(30), Duration.ofHours(12));
  private static final Pace ACCOUNT =
      new Pace(50, Duration.ofSeconds(1), 1.2, Duration.ofMinutes(1), Duration.ofHours(1));
  private static final Duration ACQUAINTANCE = Duration.ofDays(90);

  private final UnaryOperator<String> pseudonyms;
  private final Clock clock;
  private final BrakeSql sql = new BrakeSql();

  /** The pseudonyms must not tell what they stand for. */
  public Brake(UnaryOperator<String> pseudonyms, Clock clock) {
    this.pseudonyms = pseudonyms;
    this.clock = clock;
  }

  /** Counts the attempt as failed until {@link #passed} says otherwise; fails while locked. */
  public Future<Void> attempt(Tx tx, Attempt attempt) {
    Instant now = clock.instant();
    return sql.count(tx, key(attempt), account(attempt), NETWORK, now, false)
        .compose(
            counted ->
                counted.isPresent()
                    ? account(tx, attempt, counted.get(), now)
                    : refuse(tx, key(attempt), now));
  }

  private Future<Void> account(Tx tx, Attempt attempt, BrakeSql.Standing standing, Instant now) {
    byte[] account = account(attempt);
    boolean known =
        standing.knownAt() != null && standing.knownAt().isAfter(now.minus(ACQUAINTANCE));
    return sql.count(tx, account, account, ACCOUNT, now, known)
        .compose(
            counted -> counted.isPresent() ? Future.succeededFuture() : refuse(tx, account, now));
  }

  private Future<Void> refuse(Tx tx, byte[] key, Instant now) {
    return sql.lockedUntil(tx, key)
        .compose(until -> Future.failedFuture(locked(Duration.between(now, until))));
  }

  /** It was the right person: this network is known to the account. */
  public Future<Void> passed(Tx tx, Attempt attempt) {
    return sql.known(tx, key(attempt), account(attempt), clock.instant())
        .compose(known -> sql.discount(tx, account(attempt)));
  }

  /** Nobody looked at what was tried. */
  public Future<Void> giveBack(Tx tx, Attempt attempt) {
    return sql.giveBack(tx, key(attempt)).compose(given -> sql.giveBack(tx, account(attempt)));
  }

  /** The owner came with the mailed link. */
  Future<Void> unlock(Tx tx, Attempt attempt) {
    return sql.known(tx, key(attempt), account(attempt), clock.instant());
  }

  /** All is forgotten, from wherever it was tried. */
  public Future<Void> release(Tx tx, String account) {
    return sql.release(tx, hash(account));
  }

  /** Forgets what is over; true while there is more. */
  public Future<Boolean> purge(Tx tx) {
    return sql.purge(tx, clock.instant().minus(ACQUAINTANCE)).map(deleted -> deleted == 1000);
  }

  /** What the audit may call an address that somebody typed. */
  String pseudonym(String account) {
    return pseudonyms.apply(account).substring(0, 12);
  }

  private byte[] key(Attempt attempt) {
    return hash(attempt.account() + " " + attempt.network());
  }

  private byte[] account(Attempt attempt) {
    return hash(attempt.account());
  }

  private byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(pseudonyms.apply(text).getBytes(UTF_8));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static Fault locked(Duration wait) {
    return Fault.locked(
        "login-locked", "too many wrong passwords: wait, or ask for a link by mail", wait);
  }
}
