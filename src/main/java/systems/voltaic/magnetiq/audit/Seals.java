package systems.voltaic.magnetiq.audit;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.flow.Repeat;
import systems.voltaic.magnetiq.secret.Vault;

/** Seals what was written, in batches, once nothing can come before it any more. */
public final class Seals {

  private static final Logger LOG = LoggerFactory.getLogger(Seals.class);
  static final int BATCH = 1000;
  private static final int LOOKS = 50;
  private static final long PAUSE_MILLIS = 100;

  private final Vertx vertx;
  private final Db db;
  private final Vault vault;
  private final Clock clock;
  private final Witness witness;
  private final SealSql sql = new SealSql();

  public Seals(Vertx vertx, Db db, Vault vault, Clock clock, Witness witness) {
    this.vertx = vertx;
    this.db = db;
    this.vault = vault;
    this.clock = clock;
    this.witness = witness;
  }

  /** Answers how many entries were sealed; none while an old transaction is still open. */
  public Future<Long> seal(Caller caller) {
    Session session = db.primary(caller);
    return sql.newestPosition(session)
        .compose(
            position ->
                sql.ownTransaction(session)
                    .compose(own -> settled(session, own, LOOKS))
                    .compose(settled -> settled ? sealAll(caller, position) : skipped()));
  }

  /** Whether every transaction that might still write before the position has ended. */
  private Future<Boolean> settled(Session session, long own, int looks) {
    return sql.oldestTransaction(session)
        .compose(
            oldest ->
                oldest >= own || looks == 0
                    ? Future.succeededFuture(oldest >= own)
                    : pause().compose(later -> settled(session, own, looks - 1)));
  }

  private Future<Void> pause() {
    return vertx.timer(PAUSE_MILLIS, TimeUnit.MILLISECONDS).mapEmpty();
  }

  private static Future<Long> skipped() {
    LOG.info("the audit is sealed later: a transaction has been open for a while");
    return Future.succeededFuture(0L);
  }

  private Future<Long> sealAll(Caller caller, long upto) {
    var done = new AtomicLong();
    return Repeat.whileTrue(
            () ->
                db.transaction(caller, tx -> sealNext(tx, upto))
                    .onSuccess(done::addAndGet)
                    .map(n -> n == BATCH))
        .map(all -> done.get());
  }

  private Future<Integer> sealNext(Tx tx, long upto) {
    return sql.lockedHead(tx)
        .map(head -> head.orElseThrow(() -> new BrokenChain("its head is missing")))
        .compose(head -> newest(tx, head))
        .compose(newest -> extend(tx, newest, upto));
  }

  /** Who extends a chain that somebody changed would make the change look right. */
  private Future<Seal> newest(Tx tx, Head head) {
    if (!head.isGenuine(vault)) {
      throw new BrokenChain("its head was not signed by this installation");
    }
    witness.check(head);
    return head.seal() == 0
        ? Future.succeededFuture(Seal.NONE)
        : sql.seals(tx, head.seal(), 1).map(found -> named(head, found));
  }

  private static Seal named(Head head, List<Seal> found) {
    return found.stream()
        .filter(head::names)
        .findFirst()
        .orElseThrow(() -> new BrokenChain("its newest seal is missing or was changed"));
  }

  private Future<Integer> extend(Tx tx, Seal newest, long upto) {
    return sql.lines(tx, newest.upto(), upto, BATCH)
        .compose(
            lines ->
                lines.isEmpty()
                    ? Future.succeededFuture(0)
                    : add(tx, newest, lines, upto).map(lines.size()));
  }

  private Future<Void> add(Tx tx, Seal newest, List<Line> lines, long upto) {
    long last = lines.size() < BATCH ? upto : lines.get(BATCH - 1).position();
    Seal seal = newest.next(lines, last, clock.instant(), vault);
    Head head = Head.of(seal, vault);
    tx.afterCommit(() -> witness.saw(head));
    return sql.insert(tx, seal).compose(kept -> sql.moveHead(tx, head));
  }
}
