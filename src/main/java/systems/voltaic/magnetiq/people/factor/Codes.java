package systems.voltaic.magnetiq.people.factor;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.secret.Vault;

/** Judges what somebody types: the code of a phone, each once, or one from the list on paper. */
final class Codes {

  static final String REFUSED = "factors.refused";

  private final Vault vault;
  private final Clock clock;
  private final News news;
  private final TotpSql totp = new TotpSql();
  private final RecoverySql recovery = new RecoverySql();

  Codes(Vault vault, Clock clock, News news) {
    this.vault = vault;
    this.clock = clock;
    this.news = news;
  }

  /**
   * A refusal is counted, so its transaction must commit.
   *
   * @param unlocked whether the person came by a link that leads past the lock
   */
  Future<Verdict<Kind>> judge(Tx tx, Holder holder, Kind kind, String typed, boolean unlocked) {
    Future<Verdict<Kind>> judged =
        kind == Kind.TOTP ? phone(tx, holder, typed, unlocked) : paper(tx, holder, typed);
    return judged.compose(verdict -> noted(tx, holder, kind, verdict));
  }

  private Future<Verdict<Kind>> phone(Tx tx, Holder holder, String typed, boolean unlocked) {
    return totp.confirmed(tx, holder.id())
        .compose(
            key ->
                key.isPresent()
                    ? phone(tx, holder.id(), key.get(), typed, unlocked)
                    : Future.succeededFuture(Verdict.refused(wrong())));
  }

  private Future<Verdict<Kind>> phone(
      Tx tx, UUID person, TotpKey key, String typed, boolean unlocked) {
    Instant now = clock.instant();
    Optional<Duration> locked = key.locked(now).filter(wait -> !unlocked);
    if (locked.isPresent()) {
      return Future.succeededFuture(Verdict.refused(locked(locked.get())));
    }
    OptionalLong step = Totp.match(vault.open(purpose(person), key.secret()), typed, now);
    boolean fresh = step.isPresent() && step.getAsLong() > key.lastStep();
    TotpKey after = fresh ? key.used(step.getAsLong()) : key.failed(now);
    return totp.update(tx, person, after)
        .map(kept -> fresh ? Verdict.passed(Kind.TOTP) : Verdict.refused(wrong()));
  }

  private Future<Verdict<Kind>> paper(Tx tx, Holder holder, String typed) {
    byte[] hash = RecoveryCodes.hash(holder.id(), typed);
    return recovery
        .use(tx, holder.id(), hash, clock.instant())
        .compose(
            used -> used ? told(tx, holder) : Future.succeededFuture(Verdict.refused(wrong())));
  }

  private Future<Verdict<Kind>> told(Tx tx, Holder holder) {
    int left = holder.standing().recoveryCodes() - 1;
    var own = tx.behind(Tickets.subject(holder.id()));
    return news.noted(own, "factors.recoveryCodeUsed", holder, Map.of("left", left))
        .compose(noted -> news.tell(tx, holder, "recovery-code-used", Map.of("left", "" + left)))
        .map(told -> Verdict.passed(Kind.RECOVERY_CODE));
  }

  private Future<Verdict<Kind>> noted(Tx tx, Holder holder, Kind kind, Verdict<Kind> verdict) {
    return verdict.refusal() == null
        ? Future.succeededFuture(verdict)
        : news.noted(tx, REFUSED, holder, Map.of("kind", kind)).map(verdict);
  }

  static String purpose(UUID person) {
    return "totp.secret:" + person;
  }

  static Fault wrong() {
    return Fault.rule(
        "code-wrong",
        "this code is wrong, or was used before",
        new Fault.Detail("/code", "code-wrong", "is wrong, or was used before"));
  }

  private static Fault locked(Duration wait) {
    return Fault.locked("codes-locked", "too many wrong codes: wait, or use another way", wait);
  }
}
