package systems.voltaic.magnetiq.people.factor;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.token.Token;
import systems.voltaic.magnetiq.token.Tokens;

/** What a passkey is to sign: kept here, good for one answer within five minutes. */
@SuppressWarnings("ArrayRecordComponent")
final class Challenges {

  static final String PURPOSE = "passkey";
  static final Duration LIFE = Duration.ofMinutes(5);

  private static final String ANYBODY = "passkey:anybody";
  private static final int BYTES = 32;

  /** Why it was asked for; what was meant for one thing is worthless for the others. */
  enum Use {
    ENROL,
    SIGN_IN,
    FACTOR,
    PROVE
  }

  /**
   * @param secret what the browser brings back
   * @param text what the passkey signs
   */
  record Issued(String secret, String text) {}

  /**
   * @param person empty where the passkey itself says who it is
   * @param methods how the first step was passed
   */
  record Challenge(String text, Optional<UUID> person, Set<String> methods) {}

  private final Tokens tokens;
  private final RandomGenerator random;

  Challenges(Tokens tokens, RandomGenerator random) {
    this.tokens = tokens;
    this.random = random;
  }

  Future<Issued> issue(Tx tx, Use use, Optional<UUID> person) {
    return issue(tx, use, person, Set.of(), Instant.MAX);
  }

  /** The answer belongs to a second step, which is over at that moment at the latest. */
  Future<Issued> issue(Tx tx, Use use, Optional<UUID> person, Set<String> methods, Instant latest) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Object data = Map.of("use", use, "challenge", text, "methods", new TreeSet<>(methods));
    String subject = person.map(Tickets::subject).orElse(ANYBODY);
    return tokens
        .issue(tx, PURPOSE, subject, data, LIFE, latest)
        .map(secret -> new Issued(secret, text));
  }

  /** Used up, whatever comes of it. */
  Future<Verdict<Challenge>> use(Tx tx, Set<Use> uses, String secret) {
    return tokens
        .use(tx, PURPOSE, secret)
        .map(
            found ->
                found
                    .filter(token -> uses.contains(use(token)))
                    .map(token -> Verdict.passed(challenge(token)))
                    .orElseGet(() -> Verdict.refused(over())));
  }

  private static Fault over() {
    return Tickets.over();
  }

  private static Use use(Token token) {
    return Use.valueOf(token.data().path("use").asText());
  }

  private static Challenge challenge(Token token) {
    var methods = new TreeSet<String>();
    token.data().path("methods").forEach(method -> methods.add(method.asText()));
    boolean open = token.subject().equals(ANYBODY);
    return new Challenge(
        token.data().path("challenge").asText(),
        open ? Optional.empty() : Optional.of(Tickets.person(token)),
        methods);
  }
}
