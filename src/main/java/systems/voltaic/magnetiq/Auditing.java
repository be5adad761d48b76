package systems.voltaic.magnetiq;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.audit.AuditLog;
import systems.voltaic.magnetiq.audit.AuditRoutes;
import systems.voltaic.magnetiq.audit.BrokenChain;
import systems.voltaic.magnetiq.audit.Naming;
import systems.voltaic.magnetiq.audit.Seals;
import systems.voltaic.magnetiq.audit.Verdict;
import systems.voltaic.magnetiq.audit.Verification;
import systems.voltaic.magnetiq.audit.Witness;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.ops.Finding;
import systems.voltaic.magnetiq.ops.Probe;
import systems.voltaic.magnetiq.secret.Vault;

/** What looks after the audit: who reads it, who seals it, who proves that nobody changed it. */
final class Auditing {

  private static final Duration OUTDATED = Duration.ofHours(26);
  private static final Duration SEALED = Duration.ofMinutes(10);
  private static final Caller CALLER = Caller.system("health");

  private final Kernel kernel;
  private final Seals seals;
  private final Verification verification;
  private final AuditLog log;

  Auditing(Kernel kernel, Vault vault, Naming names) {
    this.kernel = kernel;
    Db background = kernel.background();
    var witness = new Witness();
    this.seals = new Seals(kernel.vertx(), background, vault, kernel.clock(), witness);
    this.verification =
        new Verification(background, vault, kernel.clock(), kernel.audit(), witness);
    this.log = new AuditLog(kernel.db(), kernel.audit(), names);
  }

  AuditRoutes routes() {
    return new AuditRoutes(log, verification);
  }

  Future<Void> seal(Caller caller) {
    return seals
        .seal(caller)
        .<Void>mapEmpty()
        .recover(failure -> failure instanceof BrokenChain ? prove(caller) : failed(failure));
  }

  /** A broken chain is looked at once: from then on its verdict is there to be seen. */
  private Future<Void> prove(Caller caller) {
    return verification
        .last(caller)
        .compose(
            last ->
                last.isPresent() && !last.get().verdict().intact()
                    ? Future.succeededFuture()
                    : verify(caller));
  }

  private static Future<Void> failed(Throwable failure) {
    return Future.failedFuture(failure);
  }

  /** What is wrong is noted and shown, not tried again. */
  Future<Void> verify(Caller caller) {
    return verification.verify(caller).mapEmpty();
  }

  Probe probe() {
    return Probe.of(
        "audit",
        Probe.Group.CORE,
        false,
        "Nothing visible: somebody must find out who changed what is written down.",
        this::look);
  }

  private Future<Finding> look() {
    return Future.all(verification.last(CALLER), verification.waiting(CALLER))
        .map(both -> judge(both.resultAt(0), both.resultAt(1), kernel.clock().instant()));
  }

  static Finding judge(Optional<Verdict.Noted> noted, Verification.Waiting waiting, Instant now) {
    if (noted.isPresent() && !noted.get().verdict().intact()) {
      var broken = noted.get().verdict().firstBroken();
      return Finding.down(Map.of("seal", broken.seal(), "reason", broken.reason()));
    }
    var details = new TreeMap<String, Object>();
    details.put("verified", noted.map(last -> last.at().toString()).orElse("never"));
    waiting.unsealed().ifPresent(since -> details.put("unsealedSince", since.toString()));
    Optional<Instant> proven = noted.map(Verdict.Noted::at).or(waiting::oldest);
    boolean late = isOver(waiting.unsealed(), SEALED, now) || isOver(proven, OUTDATED, now);
    return late ? Finding.degraded(details) : Finding.up(details);
  }

  private static boolean isOver(Optional<Instant> since, Duration allowed, Instant now) {
    return since.filter(then -> then.plus(allowed).isBefore(now)).isPresent();
  }
}
