package systems.voltaic.magnetiq.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.vertx.core.Future;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.json.Json;

/** Links and tickets: good for one purpose, for a while, so many times; only hashes are kept. */
public final class Tokens {

  private static final int BYTES = 32;
  private static final int LONGEST = 100;

  private final RandomGenerator random;
  private final Clock clock;
  private final TokenSql sql = new TokenSql();

  /** The generator must be a secure one. */
  public Tokens(RandomGenerator random, Clock clock) {
    this.random = random;
    this.clock = clock;
  }

  /** The secret to send out; nobody can read it here later. */
  public Future<String> issue(Tx tx, String purpose, String subject, Object data, Duration life) {
    return issue(tx, purpose, subject, data, life, 1);
  }

  /** One that is over at that moment at the latest. */
  public Future<String> issue(
      Tx tx, String purpose, String subject, Object data, Duration life, Instant latest) {
    var left = Duration.between(clock.instant(), latest);
    return issue(tx, purpose, subject, data, left.compareTo(life) < 0 ? left : life, 1);
  }

  public Future<String> issue(
      Tx tx, String purpose, String subject, Object data, Duration life, int uses) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var now = clock.instant();
    var token = new Token(purpose, subject, Json.tree(data), now.plus(life));
    return sql.insert(tx, hash(secret), token, uses, now).map(secret);
  }

  /** What it stands for, without using it up; empty when it is unknown, used, expired, revoked. */
  public Future<Optional<Token>> find(Session session, String purpose, String secret) {
    return isPossible(secret)
        ? sql.find(session, hash(secret), purpose, clock.instant())
        : Future.succeededFuture(Optional.empty());
  }

  /** Uses it up once; of two at the same time only one gets it. */
  public Future<Optional<Token>> use(Tx tx, String purpose, String secret) {
    return isPossible(secret)
        ? sql.use(tx, hash(secret), purpose, clock.instant())
        : Future.succeededFuture(Optional.empty());
  }

  /** Whether one was sent out lately, so that a mailbox is not flooded. */
  public Future<Boolean> issuedSince(Tx tx, String purpose, String subject, Instant since) {
    return sql.issuedSince(tx, subject, purpose, since);
  }

  public Future<Void> revoke(Tx tx, String subject, String... purposes) {
    return sql.revoke(tx, subject, purposes);
  }

  /** Forgets what is over; true while there is more. */
  public Future<Boolean> purge(Tx tx) {
    return sql.purge(tx, clock.instant()).map(deleted -> deleted == 1000);
  }

  private static boolean isPossible(String secret) {
    return !secret.isEmpty() && secret.length() <= LONGEST;
  }

  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(US_ASCII));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
