package systems.voltaic.magnetiq.people.login;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.token.Token;
import systems.voltaic.magnetiq.token.Tokens;

/** Ways to another password: by a mailed link, or by who knows the one that goes. */
final class Resets {

  private final Db db;
  private final Tokens tokens;
  private final Passwords passwords;
  private final PasswordRules rules;
  private final Proofs proofs;
  private final Doors doors;
  private final LoginSql sql = new LoginSql();

  Resets(
      Db db, Tokens tokens, Passwords passwords, PasswordRules rules, Proofs proofs, Doors doors) {
    this.db = db;
    this.tokens = tokens;
    this.passwords = passwords;
    this.rules = rules;
    this.proofs = proofs;
    this.doors = doors;
  }

  Future<Void> complete(Caller caller, String token, String password) {
    return passwords.admit(() -> completed(caller, token, password));
  }

  private Future<Void> completed(Caller caller, String token, String password) {
    return tokens
        .find(db.primary(caller), Links.RESET, token)
        .compose(found -> sql.byId(db.primary(caller), person(found)))
        .map(Resets::requireActive)
        .compose(
            account ->
                hashed(account, "/password", password)
                    .compose(hash -> complete(caller, account, token, hash)));
  }

  private Future<Void> complete(Caller caller, Account account, String token, String hash) {
    return db.transaction(
        account.behind(caller),
        tx ->
            tokens
                .use(tx, Links.RESET, token)
                .compose(used -> sql.locked(tx, person(used)))
                .map(Resets::requireActive)
                .compose(now -> doors.changePassword(tx, now, hash, "reset", Optional.empty())));
  }

  Future<Void> change(Call call, String current, String next) {
    var who = call.caller().person().orElseThrow();
    return proofs
        .own(call, who.person(), current)
        .compose(
            account ->
                hashed(account, "/next", next)
                    .compose(
                        hash ->
                            db.transaction(
                                call.caller(), tx -> change(tx, account, hash, who.session()))));
  }

  private Future<Void> change(Tx tx, Account seen, String hash, Optional<UUID> session) {
    return sql.locked(tx, seen.id())
        .map(Resets::requireActive)
        .compose(now -> doors.changePassword(tx, now, hash, "change", session));
  }

  private Future<String> hashed(Account account, String pointer, String password) {
    rules.require(pointer, password, account.email(), account.name());
    return passwords.hash(password);
  }

  private static Account requireActive(Optional<Account> found) {
    return found.filter(Account::isActive).orElseThrow(Resets::dead);
  }

  static UUID person(Optional<Token> token) {
    String subject = token.map(Token::subject).orElse("");
    if (!subject.startsWith("person:")) {
      throw dead();
    }
    return UUID.fromString(subject.substring("person:".length()));
  }

  /** The same for whatever is wrong with a link: what was guessed tells nothing. */
  static Fault dead() {
    return Fault.of(
        Fault.Kind.GONE, "link-dead", "this link was used, has expired or never was one");
  }
}
