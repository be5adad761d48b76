package systems.voltaic.magnetiq.people.login;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.json.Json;
import systems.voltaic.magnetiq.token.Token;
import systems.voltaic.magnetiq.token.Tokens;

/** Another address: asked for with the password, confirmed from the new mailbox. */
final class EmailChanges {

  /** The address that waits to be confirmed. */
  private record Next(String email) {}

  private final Db db;
  private final Tokens tokens;
  private final Proofs proofs;
  private final Doors doors;
  private final Post post;
  private final Links links;
  private final Audit audit;
  private final LoginSql sql = new LoginSql();

  EmailChanges(
      Db db, Tokens tokens, Proofs proofs, Doors doors, Post post, Links links, Audit audit) {
    this.db = db;
    this.tokens = tokens;
    this.proofs = proofs;
    this.doors = doors;
    this.post = post;
    this.links = links;
    this.audit = audit;
  }

  Future<Void> ask(Call call, String email, String password) {
    var next = EmailAddress.of(email);
    var person = call.caller().person().orElseThrow().person();
    return proofs
        .own(call, person, password)
        .compose(account -> db.transaction(call.caller(), tx -> ask(tx, account, next)));
  }

  /** Who has the new address already is not written to; the answer is the same. */
  private Future<Void> ask(Tx tx, Account account, EmailAddress next) {
    return sql.byKey(tx, next.key())
        .compose(there -> there.isPresent() ? Future.succeededFuture() : link(tx, account, next))
        .compose(
            sent ->
                post.send(
                    tx,
                    "email-notice",
                    account.email(),
                    account.language(),
                    Map.of("name", account.name(), "link", links.page("/admin/forgot"))))
        .compose(told -> audit.record(tx, "email.requested", account.subject(), null, null));
  }

  private Future<Void> link(Tx tx, Account account, EmailAddress next) {
    return tokens
        .revoke(tx, account.subject(), Links.EMAIL)
        .compose(
            revoked ->
                tokens.issue(
                    tx, Links.EMAIL, account.subject(), new Next(next.text()), Links.HALF_HOUR))
        .compose(
            token ->
                post.send(
                    tx,
                    "email",
                    next.text(),
                    account.language(),
                    Map.of("name", account.name(), "link", links.to(Links.EMAIL, token))));
  }

  Future<Void> confirm(Caller caller, String secret) {
    return tokens
        .find(db.primary(caller), Links.EMAIL, secret)
        .compose(found -> sql.byId(db.primary(caller), Resets.person(found)))
        .map(found -> found.orElseThrow(Resets::dead))
        .compose(account -> db.transaction(account.behind(caller), tx -> confirm(tx, secret)));
  }

  private Future<Void> confirm(Tx tx, String secret) {
    return tokens
        .use(tx, Links.EMAIL, secret)
        .compose(
            used ->
                sql.locked(tx, Resets.person(used))
                    .map(EmailChanges::requireActive)
                    .compose(account -> doors.changeEmail(tx, account, next(used.orElseThrow()))));
  }

  private static EmailAddress next(Token token) {
    return EmailAddress.of(Json.read(token.data(), Next.class).email());
  }

  private static Account requireActive(Optional<Account> found) {
    return found.filter(Account::isActive).orElseThrow(Resets::dead);
  }
}
