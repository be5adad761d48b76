package systems.voltaic.magnetiq.people.sso;

import io.vertx.core.Future;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.people.factor.Entrance;
import systems.voltaic.magnetiq.people.session.Factors;
import systems.voltaic.magnetiq.token.Token;
import systems.voltaic.magnetiq.token.Tokens;

/** To the provider and back, and in with what it said. */
final class SsoLogins {

  static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(SsoLogins.class);
  private static final String WAY = "sso-way";
  private static final String TICKET = "sso";
  private static final Duration SOON = Duration.ofMinutes(2);

  /** What the browser brings back from the provider. */
  record Return(
      Optional<String> code, Optional<String> state, Optional<String> issuer, boolean refused) {}

  /**
   * @param ticket good once, in the same browser
   * @param page where in the admin the person wanted to go
   */
  record Arrived(String ticket, String page) {}

  private final SsoConfig config;
  private final Db db;
  private final Tokens tokens;
  private final Provider provider;
  private final Members members;
  private final Entrance entrance;
  private final Audit audit;
  private final RandomGenerator random;

  SsoLogins(
      SsoConfig config,
      Db db,
      Tokens tokens,
      Provider provider,
      Members members,
      Entrance entrance,
      Audit audit,
      RandomGenerator random) {
    this.config = config;
    this.db = db;
    this.tokens = tokens;
    this.provider = provider;
    this.members = members;
    this.entrance = entrance;
    this.audit = audit;
    this.random = random;
  }

  Future<URI> start(Call call, SsoCookie cookie, String page) {
    String nonce = SsoCookie.random(random);
    Object data = Map.of("nonce", nonce, "challenge", cookie.challenge(), "page", page);
    return provider
        .page()
        .recover(SsoLogins::away)
        .compose(
            known ->
                db.transaction(
                        call.caller(), tx -> tokens.issue(tx, WAY, "sso:anybody", data, PATIENCE))
                    .map(s -> provider.authorization(known, s, nonce, cookie.challenge())));
  }

  Future<Arrived> finish(Call call, Return back) {
    SsoCookie cookie = SsoCookie.of(call).orElseThrow(() -> refused("no cookie"));
    return db.transaction(call.caller(), tx -> way(tx, cookie, back))
        .compose(way -> provider.page().compose(page -> vouch(page, way, cookie, back)))
        .recover(SsoLogins::away)
        .compose(who -> db.transaction(call.caller(), tx -> arrive(tx, cookie, who)))
        .map(Arrival::orRefuse);
  }

  /** What was asked for and where to go; a state of another browser stays good for that one. */
  private Future<Token> way(Tx tx, SsoCookie cookie, Return back) {
    return tokens
        .use(tx, WAY, back.state().orElse(""))
        .map(
            found ->
                found
                    .filter(way -> cookie.answers(way.data().path("challenge").asText()))
                    .orElseThrow(() -> refused("unknown state")));
  }

  /** Somebody, and the way they came. */
  private record Come(Somebody who, String page) {}

  private Future<Come> vouch(ProviderPage page, Token way, SsoCookie cookie, Return back) {
    boolean foreign =
        back.issuer()
            .map(from -> !from.equals(config.issuer().toString()))
            .orElse(page.namesItself());
    if (foreign || back.refused() || back.code().isEmpty()) {
      throw refused(foreign ? "another issuer" : "the provider sent no code");
    }
    return provider
        .vouch(back.code().get(), cookie.verifier(), way.data().path("nonce").asText())
        .map(found -> found.orElseThrow(() -> refused("the token is not right")))
        .map(who -> new Come(who, way.data().path("page").asText()));
  }

  /** A refusal that its transaction commits. */
  private record Arrival(Optional<Arrived> arrived) {

    Arrived orRefuse() {
      return arrived.orElseThrow(() -> refused("nobody here"));
    }
  }

  private Future<Arrival> arrive(Tx tx, SsoCookie cookie, Come come) {
    return members
        .find(tx, come.who())
        .compose(
            person -> person.isPresent() ? ticket(tx, person.get(), cookie, come) : nobody(tx));
  }

  private Future<Arrival> ticket(Tx tx, UUID person, SsoCookie cookie, Come come) {
    Object data = Map.of("challenge", cookie.challenge(), "strong", come.who().strong());
    return tokens
        .issue(tx, TICKET, "person:" + person, data, SOON)
        .map(ticket -> new Arrival(Optional.of(new Arrived(ticket, come.page()))));
  }

  private Future<Arrival> nobody(Tx tx) {
    String subject = "sso:" + config.issuer().getHost();
    return audit
        .record(tx, "login.failed", subject, null, Map.of("reason", "nobody"))
        .map(noted -> new Arrival(Optional.empty()));
  }

  /** In, or on to one's own second factor where the provider did not ask for one. */
  Future<Answer> complete(Call call, String ticket) {
    SsoCookie cookie = SsoCookie.of(call).orElseThrow(SsoLogins::over);
    return db.transaction(
            call.caller(),
            tx ->
                tokens
                    .use(tx, TICKET, ticket)
                    .map(found -> own(found, cookie))
                    .compose(token -> enter(tx, call, token)))
        .map(Answer::secret);
  }

  private Future<Answer> enter(Tx tx, Call call, Token token) {
    UUID person = UUID.fromString(token.subject().substring("person:".length()));
    return token.data().path("strong").asBoolean()
        ? entrance.completed(tx, person, Set.of(Factors.SSO, Factors.SSO_FACTORS), call)
        : entrance.begun(tx, person, Set.of(Factors.SSO), call);
  }

  private static Token own(Optional<Token> found, SsoCookie cookie) {
    return found
        .filter(token -> cookie.answers(token.data().path("challenge").asText()))
        .orElseThrow(SsoLogins::over);
  }

  private static Fault over() {
    return Fault.of(
        Fault.Kind.UNAUTHENTICATED, "ticket-over", "this took too long or too many tries");
  }

  private static Fault refused(String why) {
    LOG.info("single sign-on was refused: {}", why);
    return Fault.of(Fault.Kind.UNAUTHENTICATED, "sso-refused", "the provider let nobody in");
  }

  private static <T> Future<T> away(Throwable failure) {
    if (failure instanceof ProviderHttp.Refused answered && answered.isOurs()) {
      return Future.failedFuture(refused(answered.getMessage()));
    }
    if (failure instanceof Fault fault && !fault.code().startsWith("url-")) {
      return Future.failedFuture(failure);
    }
    LOG.warn("the single sign-on provider cannot be asked: {}", failure.toString());
    return Future.failedFuture(
        Fault.unavailable(
            "sso-away", "the single sign-on provider does not answer", Duration.ofSeconds(10)));
  }
}
