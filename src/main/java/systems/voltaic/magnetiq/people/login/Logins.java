package systems.voltaic.magnetiq.people.login;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.people.session.Factors;

/** Lets people in who know their password. */
final class Logins {

  private static final Logger LOG = LoggerFactory.getLogger(Logins.class);

  /** Who somebody says to be, and what is to prove it. */
  record Typed(String email, String password, String unlock) {}

  private static final Set<String> PASSWORD = Set.of(Factors.PASSWORD);

  private final Db db;
  private final Proofs proofs;
  private final Passwords passwords;
  private final Brake brake;
  private final SignIns signIns;
  private final Audit audit;
  private final LoginSql sql = new LoginSql();

  Logins(Db db, Proofs proofs, Passwords passwords, Brake brake, SignIns signIns, Audit audit) {
    this.db = db;
    this.proofs = proofs;
    this.passwords = passwords;
    this.brake = brake;
    this.signIns = signIns;
    this.audit = audit;
  }

  Future<Answer> login(Call call, Typed typed) {
    String key = EmailAddress.key(typed.email());
    return proofs
        .judge(call, key, Optional.ofNullable(typed.unlock()), typed.password())
        .compose(verdict -> verdict.right() ? let(call, verdict, typed) : refuse(call, verdict));
  }

  private Future<Answer> let(Call call, Proofs.Verdict verdict, Typed typed) {
    Account account = verdict.account().orElseThrow();
    return db.transaction(account.behind(call.caller()), tx -> begin(tx, call, verdict, account))
        .compose(answer -> rehash(call.caller(), account, typed.password()).map(answer));
  }

  private Future<Answer> begin(Tx tx, Call call, Proofs.Verdict verdict, Account account) {
    return sql.locked(tx, account.id())
        .map(now -> requireUnchanged(account, now))
        .compose(same -> brake.passed(tx, verdict.attempt()))
        .compose(passed -> signIns.begun(tx, account.id(), PASSWORD, verdict.unlocked(), call));
  }

  /** Between the look at the password and now nobody deactivated it or chose another one. */
  private static Account requireUnchanged(Account seen, Optional<Account> now) {
    return now.filter(Account::isActive)
        .filter(account -> account.password().equals(seen.password()))
        .orElseThrow(Logins::refused);
  }

  /** A login succeeds without it, so it may fail; the next one tries again. */
  private Future<Void> rehash(Caller caller, Account account, String password) {
    String hash = account.password().orElseThrow();
    if (!passwords.isOutdated(hash)) {
      return Future.succeededFuture();
    }
    return passwords
        .hash(password)
        .compose(better -> db.autocommit(caller, to -> sql.rehash(to, account.id(), hash, better)))
        .onFailure(t -> LOG.info("a password is hashed harder at the next login"))
        .otherwiseEmpty();
  }

  private Future<Answer> refuse(Call call, Proofs.Verdict verdict) {
    String subject = "login:" + brake.pseudonym(verdict.attempt().account());
    return audit
        .note(call.caller(), "login.failed", subject, Map.of("reason", "wrong"))
        .compose(noted -> Future.failedFuture(refused()));
  }

  private static Fault refused() {
    return Fault.of(
        Fault.Kind.UNAUTHENTICATED,
        "login-refused",
        "the e-mail address or the password is not right");
  }
}
