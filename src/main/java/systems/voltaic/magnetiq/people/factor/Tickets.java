package systems.voltaic.magnetiq.people.factor;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.people.session.FactorTicket;
import systems.voltaic.magnetiq.token.Token;
import systems.voltaic.magnetiq.token.Tokens;

/** Stands between the first step of signing in and the second: some tries, for some minutes. */
final class Tickets {

  /**
   * Who has passed the first step, and how.
   *
   * @param unlocked whether a link from a mail led past the lock
   * @param until when it is too late for the second step
   */
  record Ticket(UUID person, Set<String> methods, boolean unlocked, Instant until) {}

  private final Tokens tokens;

  Tickets(Tokens tokens) {
    this.tokens = tokens;
  }

  /** One try less, whatever comes of it. */
  Future<Verdict<Ticket>> use(Tx tx, String secret) {
    return tokens
        .use(tx, FactorTicket.PURPOSE, secret)
        .map(found -> verdict(found.map(Tickets::ticket)));
  }

  Future<Optional<Ticket>> find(Session session, String secret) {
    return tokens
        .find(session, FactorTicket.PURPOSE, secret)
        .map(found -> found.map(Tickets::ticket));
  }

  /** Who is in needs no ticket any more, and who lost a factor must begin anew. */
  Future<Void> revoke(Tx tx, UUID person) {
    return tokens.revoke(tx, subject(person), FactorTicket.PURPOSE, Challenges.PURPOSE);
  }

  static String subject(UUID person) {
    return "person:" + person;
  }

  static UUID person(Token token) {
    return UUID.fromString(token.subject().substring("person:".length()));
  }

  static Fault over() {
    return Fault.of(
        Fault.Kind.UNAUTHENTICATED, "ticket-over", "this took too long or too many tries");
  }

  private static Ticket ticket(Token token) {
    var methods = new TreeSet<String>();
    for (JsonNode method : token.data().path("methods")) {
      methods.add(method.asText());
    }
    boolean unlocked = token.data().path("unlocked").asBoolean();
    return new Ticket(person(token), methods, unlocked, token.expiresAt());
  }

  private static Verdict<Ticket> verdict(Optional<Ticket> found) {
    return found.map(Verdict::passed).orElseGet(() -> Verdict.refused(over()));
  }
}
