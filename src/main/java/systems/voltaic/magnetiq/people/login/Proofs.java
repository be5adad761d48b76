package systems.voltaic.magnetiq.people.login;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.token.Token;
import systems.voltaic.magnetiq.token.Tokens;

/** Judges passwords: the same steps and the same time, whoever is meant. */
public final class Proofs {

  /**
   * What came of it.
   *
   * @param account who is meant; empty when nobody is
   * @param unlocked whether the mailed link led past the lock
   */
  record Verdict(
      Brake.Attempt attempt, Optional<Account> account, boolean unlocked, boolean right) {}

  private record Meant(Optional<Account> account, boolean unlocked) {}

  private static final String METER = "login_failures_total";

  private final Db db;
  private final Passwords passwords;
  private final Brake brake;
  private final Tokens tokens;
  private final Audit audit;
  private final MeterRegistry meters;
  private final LoginSql sql = new LoginSql();

  Proofs(
      Db db, Passwords passwords, Brake brake, Tokens tokens, Audit audit, MeterRegistry meters) {
    this.db = db;
    this.passwords = passwords;
    this.brake = brake;
    this.tokens = tokens;
    this.audit = audit;
    this.meters = meters;
  }

  /** Fails unless this is the password of who is signed in; counts like a login. */
  public Future<Void> require(Call call, UUID person, String password) {
    return own(call, person, password).mapEmpty();
  }

  Future<Account> own(Call call, UUID person, String password) {
    return sql.byId(db.primary(call.caller()), person)
        .map(found -> found.filter(Account::isActive).orElseThrow(Proofs::wrong))
        .compose(account -> judge(call, account.key(), Optional.empty(), password))
        .compose(verdict -> verdict.right() ? passed(call, verdict) : refused(call, person));
  }

  private Future<Account> refused(Call call, UUID person) {
    return audit
        .note(call.caller(), "password.refused", "person:" + person, null)
        .compose(noted -> Future.failedFuture(wrong()));
  }

  private Future<Account> passed(Call call, Verdict verdict) {
    return db.transaction(call.caller(), tx -> brake.passed(tx, verdict.attempt()))
        .map(forgotten -> verdict.account().orElseThrow());
  }

  /**
   * @param key whom somebody claims to be
   * @param unlock what was mailed to the owner, to be let past the lock
   */
  Future<Verdict> judge(Call call, String key, Optional<String> unlock, String password) {
    return passwords.admit(() -> judged(call, key, unlock, password));
  }

  private Future<Verdict> judged(Call call, String key, Optional<String> unlock, String password) {
    var attempt = new Brake.Attempt(key, network(call));
    return db.transaction(call.caller(), tx -> begin(tx, attempt, unlock))
        .onFailure(this::countLocked)
        .compose(meant -> verify(call.caller(), attempt, meant, password));
  }

  private Future<Meant> begin(Tx tx, Brake.Attempt attempt, Optional<String> unlock) {
    return sql.byKey(tx, attempt.account())
        .compose(
            account -> unlock(tx, attempt, account, unlock).map(past -> new Meant(account, past)))
        .compose(meant -> brake.attempt(tx, attempt).map(meant));
  }

  private Future<Boolean> unlock(
      Tx tx, Brake.Attempt attempt, Optional<Account> account, Optional<String> unlock) {
    return unlock
        .map(
            secret ->
                tokens
                    .find(tx, Links.UNLOCK, secret)
                    .compose(token -> unlock(tx, attempt, account, token, secret)))
        .orElseGet(() -> Future.succeededFuture(false));
  }

  private Future<Boolean> unlock(
      Tx tx,
      Brake.Attempt attempt,
      Optional<Account> account,
      Optional<Token> token,
      String secret) {
    var own = account.map(Account::subject);
    return token.filter(t -> own.equals(Optional.of(t.subject()))).isPresent()
        ? tokens.use(tx, Links.UNLOCK, secret).compose(used -> unlock(tx, attempt, used))
        : Future.succeededFuture(false);
  }

  private Future<Boolean> unlock(Tx tx, Brake.Attempt attempt, Optional<Token> used) {
    return used.isPresent() ? brake.unlock(tx, attempt).map(true) : Future.succeededFuture(false);
  }

  private Future<Verdict> verify(
      Caller caller, Brake.Attempt attempt, Meant meant, String password) {
    var hash = meant.account().filter(Account::isActive).flatMap(Account::password);
    return passwords
        .verify(password, hash)
        .recover(busy -> giveBack(caller, attempt, busy))
        .map(right -> new Verdict(attempt, meant.account(), meant.unlocked(), right))
        .onSuccess(this::countWrong);
  }

  /** Nobody looked at the password, so it cannot have been wrong. */
  private Future<Boolean> giveBack(Caller caller, Brake.Attempt attempt, Throwable busy) {
    count("busy");
    return db.transaction(caller, tx -> brake.giveBack(tx, attempt))
        .transform(given -> Future.failedFuture(busy));
  }

  private void countLocked(Throwable failure) {
    if (failure instanceof Fault fault && fault.kind() == Fault.Kind.LOCKED) {
      count("locked");
    }
  }

  private void countWrong(Verdict verdict) {
    if (!verdict.right()) {
      count("password");
    }
  }

  private void count(String reason) {
    meters.counter(METER, "reason", reason).increment();
  }

  /** Counted by network, not by person: a stolen session must not be a fresh start. */
  private static String network(Call call) {
    return call.envelope().client();
  }

  private static Fault wrong() {
    return Fault.rule(
        "password-wrong",
        "this is not your password",
        new Fault.Detail("/password", "password-wrong", "is not your password"));
  }
}
