package systems.voltaic.magnetiq.people.session;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.http.Envelope;
import systems.voltaic.magnetiq.http.Exchange;
import systems.voltaic.magnetiq.http.Identities;

/** Who asks: somebody signed in, a machine with its key, or nobody we know. */
public final class SignedIn implements Identities {

  /** Says that the page asked by itself, not the person in front of it. */
  static final String BACKGROUND = "x-background";

  private static final String BEARER = "Bearer ";

  private final AccessTokens tokens;
  private final LiveAccess access;

  SignedIn(AccessTokens tokens, LiveAccess access) {
    this.tokens = tokens;
    this.access = access;
  }

  @Override
  public Future<Caller> identify(Exchange exchange, String operationId) {
    Envelope envelope = exchange.envelope();
    List<String> given = envelope.headers().getAll("authorization");
    if (given.isEmpty() || !isBearer(given.get(0))) {
      return Future.succeededFuture(exchange.stranger(operationId));
    }
    if (given.size() > 1) {
      return Future.failedFuture(AccessTokens.invalid());
    }
    boolean background = envelope.headers().contains(BACKGROUND);
    return known(given.get(0).substring(BEARER.length()))
        .onSuccess(known -> noteActivity(known, background))
        .map(known -> caller(known, exchange, operationId));
  }

  private Future<Known> known(String bearer) {
    try {
      return bearer.startsWith(KeySecret.START) ? byKey(bearer) : byToken(tokens.verify(bearer));
    } catch (Fault refused) {
      return Future.failedFuture(refused);
    }
  }

  private Future<Known> byKey(String bearer) {
    KeySecret secret = KeySecret.parse(bearer).orElseThrow(AccessTokens::invalid);
    return access.key(secret.hash()).map(found -> found.orElseThrow(AccessTokens::invalid));
  }

  private Future<Known> byToken(Claims claims) {
    return access.session(claims.session(), claims.issuedAt()).map(found -> own(found, claims));
  }

  private static Known own(Optional<Known> found, Claims claims) {
    return found
        .filter(known -> known.identity().person().equals(claims.person()))
        .orElseThrow(SignedIn::ended);
  }

  private void noteActivity(Known known, boolean background) {
    if (!background || known.identity().session().isEmpty()) {
      access.act(known);
    }
  }

  static Caller caller(Known known, Exchange exchange, String operationId) {
    boolean session = known.identity().session().isPresent();
    String actor = session ? "person:" + known.identity().person() : "key:" + known.id();
    return new Caller(
        actor,
        actor,
        exchange.limitKey(),
        exchange.requestId(),
        operationId,
        exchange.language(),
        known.permissions(),
        Optional.of(known.identity()));
  }

  private static boolean isBearer(String authorization) {
    return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
  }

  static Fault ended() {
    return Fault.of(
        Fault.Kind.UNAUTHENTICATED, "session-ended", "the session has ended: sign in again");
  }
}
