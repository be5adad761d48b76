package systems.voltaic.magnetiq.people.login;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.people.session.Factors;
import systems.voltaic.magnetiq.token.Token;
import systems.voltaic.magnetiq.token.Tokens;

/** People who come with the link that asked them in, and the one who comes first of all. */
final class Arrivals {

  /** What the page that a link leads to shows; the first of all has no address yet. */
  record Shown(String email, String name, Language language, String kind) {}

  /** What somebody who arrives says of himself. */
  record Arrival(String token, String name, String password, Language language, String email) {

    Arrival named(String other) {
      return new Arrival(token, other, password, language, email);
    }
  }

  private final Db db;
  private final Tokens tokens;
  private final Passwords passwords;
  private final PasswordRules rules;
  private final SignIns signIns;
  private final Audit audit;
  private final Clock clock;
  private final Supplier<UUID> ids;
  private final LoginSql sql = new LoginSql();
  private final OwnerSql owners = new OwnerSql();

  Arrivals(
      Db db,
      Tokens tokens,
      Passwords passwords,
      PasswordRules rules,
      SignIns signIns,
      Audit audit,
      Clock clock,
      Supplier<UUID> ids) {
    this.db = db;
    this.tokens = tokens;
    this.passwords = passwords;
    this.rules = rules;
    this.signIns = signIns;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  Future<Shown> show(Caller caller, String secret) {
    return find(caller, secret).compose(token -> shown(caller, token));
  }

  private Future<Shown> shown(Caller caller, Token token) {
    if (isFirst(token)) {
      return Future.succeededFuture(new Shown("", "", caller.language(), token.purpose()));
    }
    return invited(caller, token)
        .map(a -> new Shown(a.email(), a.name(), a.language(), token.purpose()));
  }

  Future<Answer> accept(Call call, Arrival typed) {
    var arrival = typed.named(PersonName.of(typed.name()));
    return passwords.admit(
        () -> find(call.caller(), arrival.token()).compose(token -> accept(call, arrival, token)));
  }

  private Future<Answer> accept(Call call, Arrival arrival, Token token) {
    if (isFirst(token)) {
      var email = EmailAddress.of(Optional.ofNullable(arrival.email()).orElse(""));
      return hashed(arrival, email.text())
          .compose(hash -> enter(call, arrival, token, hash, first(email)));
    }
    return invited(call.caller(), token)
        .compose(
            account ->
                hashed(arrival, account.email())
                    .compose(hash -> enter(call, arrival, token, hash, account)));
  }

  private Account first(EmailAddress email) {
    return new Account(
        ids.get(), email.text(), email.key(), "", Language.EN, "invited", Optional.empty());
  }

  private Future<String> hashed(Arrival arrival, String email) {
    rules.require("/password", arrival.password(), email, arrival.name());
    return passwords.hash(arrival.password());
  }

  private Future<Answer> enter(
      Call call, Arrival arrival, Token token, String hash, Account account) {
    return db.transaction(
        account.behind(call.caller()),
        tx ->
            tokens
                .use(tx, token.purpose(), arrival.token())
                .map(used -> used.orElseThrow(Resets::dead))
                .compose(used -> isFirst(used) ? found(tx, account) : Future.succeededFuture())
                .compose(there -> activate(tx, arrival, hash, account))
                .compose(
                    active ->
                        signIns.begun(tx, account.id(), Set.of(Factors.PASSWORD), false, call)));
  }

  /** The first of all owns the place; nobody else may have come meanwhile. */
  private Future<Void> found(Tx tx, Account account) {
    return owners
        .hasOwner(tx)
        .map(there -> there ? fail() : null)
        .compose(nobody -> owners.insert(tx, account))
        .compose(inserted -> owners.makeOwner(tx, account.id()));
  }

  private static Object fail() {
    throw Resets.dead();
  }

  private Future<Void> activate(Tx tx, Arrival arrival, String hash, Account account) {
    return sql.accept(tx, account.id(), arrival.name(), arrival.language(), hash, clock.instant())
        .map(came -> came ? null : fail())
        .compose(came -> tokens.revoke(tx, account.subject(), Links.INVITE, Links.SETUP))
        .compose(revoked -> audit.record(tx, "invite.accepted", account.subject(), null, null));
  }

  private Future<Token> find(Caller caller, String secret) {
    var session = db.primary(caller);
    return tokens
        .find(session, Links.INVITE, secret)
        .compose(
            found ->
                found.isPresent()
                    ? Future.succeededFuture(found)
                    : tokens.find(session, Links.SETUP, secret))
        .map(found -> found.orElseThrow(Resets::dead));
  }

  private Future<Account> invited(Caller caller, Token token) {
    return sql.byId(db.primary(caller), Resets.person(Optional.of(token)))
        .map(found -> found.filter(Account::isInvited).orElseThrow(Resets::dead));
  }

  private static boolean isFirst(Token token) {
    return token.purpose().equals(Links.SETUP) && token.subject().equals(Owners.FIRST);
  }
}
