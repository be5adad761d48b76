package systems.voltaic.magnetiq;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.audit.ActorNames;
import systems.voltaic.magnetiq.audit.AuditLog;
import systems.voltaic.magnetiq.audit.AuditRoutes;
import systems.voltaic.magnetiq.audit.BrokenChain;
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
  private static final Caller CALLER = Caller.system("health");

  private final Kernel kernel;
  private final Seals seals;
  private final Verification verification;
  private final AuditLog log;

  Auditing(Kernel kernel, Vault vault, ActorNames names) {
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
        () -> verification.last(CALLER).map(found -> found.map(this::judge).orElse(unproven())));
  }

  private static Finding unproven() {
    return Finding.up(Map.of("verified", "never"));
  }

  private Finding judge(Verdict.Noted noted) {
    if (!noted.verdict().intact()) {
      String reason = noted.verdict().firstBroken().reason();
      return Finding.down(Map.of("seal", noted.verdict().firstBroken().seal(), "reason", reason));
    }
    Map<String, Object> details = Map.of("verified", noted.at().toString());
    boolean old = noted.at().plus(OUTDATED).isBefore(kernel.clock().instant());
    return old ? Finding.degraded(details) : Finding.up(details);
  }
}
