package systems.voltaic.magnetiq.audit;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.secret.Vault;

/** Holds every sealed entry against its seal, and every seal against the one before. */
public final class Verification {

  /**
   * Since when there is something to prove.
   *
   * @param oldest when the first entry was written
   * @param unsealed when the first entry was written that has no seal yet
   */
  public record Waiting(Optional<Instant> oldest, Optional<Instant> unsealed) {}

  private final Db db;
  private final Vault vault;
  private final Clock clock;
  private final Audit audit;
  private final Witness witness;
  private final SealSql sql = new SealSql();
  private Future<Verdict> running;

  public Verification(Db db, Vault vault, Clock clock, Audit audit, Witness witness) {
    this.db = db;
    this.vault = vault;
    this.clock = clock;
    this.audit = audit;
    this.witness = witness;
  }

  /** Looks at everything and notes the verdict; who asks meanwhile gets the same one. */
  public synchronized Future<Verdict> verify(Caller caller) {
    if (running == null || running.isComplete()) {
      running = look(caller, Map.of()).compose(verdict -> noted(caller, verdict));
    }
    return running;
  }

  /**
   * The same without a trace.
   *
   * @param noted a seal that somebody wrote down elsewhere, as in {@link Verdict#newest}
   */
  public Future<Verdict> look(Caller caller, Optional<String> noted) {
    return look(caller, noted.map(Verification::known).map(Map::ofEntries).orElseGet(Map::of));
  }

  /** How the last look ended, whichever instance it was. */
  public Future<Optional<Verdict.Noted>> last(Caller caller) {
    return sql.lastVerdict(db.primary(caller));
  }

  public Future<Waiting> waiting(Caller caller) {
    return sql.waiting(db.primary(caller));
  }

  private Future<Verdict> look(Caller caller, Map<Long, String> noted) {
    Map<Long, String> known = new HashMap<>(noted);
    witness.newest().ifPresent(head -> known.put(head.seal(), head.hash()));
    return new Walk(db.primary(caller), vault, known).verdict();
  }

  private static Map.Entry<Long, String> known(String noted) {
    String[] parts = noted.split(":", 2);
    if (parts.length != 2 || !parts[0].matches("[0-9]{1,18}") || !parts[1].matches("[0-9a-f]+")) {
      throw new IllegalArgumentException("a seal is noted as its number, a colon and its hash");
    }
    return Map.entry(Long.parseLong(parts[0]), parts[1]);
  }

  private Future<Verdict> noted(Caller caller, Verdict verdict) {
    return db.transaction(
            caller,
            tx ->
                sql.noteVerdict(tx, clock.instant(), verdict)
                    .compose(kept -> audit.record(tx, "audit.verified", "audit", null, verdict)))
        .map(verdict);
  }
}
