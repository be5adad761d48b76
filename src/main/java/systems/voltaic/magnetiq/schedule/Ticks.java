package systems.voltaic.magnetiq.schedule;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.job.Jobs;

/**
 * Fires ticks: moving a tick on and enqueuing its job is one transaction, which one instance wins.
 */
public final class Ticks {

  private static final Caller CALLER = Caller.system("schedule");

  private final Db db;
  private final Jobs jobs;
  private final Audit audit;
  private final Map<String, Tick> ticks;
  private final TickSql sql = new TickSql();

  public Ticks(Db db, Jobs jobs, Audit audit, List<Tick> ticks) {
    this.db = db;
    this.jobs = jobs;
    this.audit = audit;
    this.ticks = ticks.stream().collect(toUnmodifiableMap(Tick::name, Function.identity()));
  }

  /** Makes sure that the database knows every tick. */
  Future<Void> plan() {
    return db.transaction(CALLER, tx -> sql.now(tx).compose(now -> plan(tx, now)));
  }

  private Future<Void> plan(Tx tx, Instant now) {
    Future<Void> planned = Future.succeededFuture();
    for (Tick tick : sorted()) {
      planned = planned.compose(done -> sql.plan(tx, tick, tick.cadence().after(now)));
    }
    return planned;
  }

  private List<Tick> sorted() {
    return ticks.values().stream().sorted(Comparator.comparing(Tick::name)).toList();
  }

  /** Fires what is due; answers how many ticks this instance fired. */
  Future<Integer> fireDue() {
    return sql.all(db.primary(CALLER), names()).compose(this::fireDue);
  }

  private Future<Integer> fireDue(List<TickSql.Seen> all) {
    Future<Integer> fired = Future.succeededFuture(0);
    for (TickSql.Seen seen : all) {
      fired = fired.compose(n -> advance(seen).map(won -> won ? n + 1 : n));
    }
    return fired;
  }

  private Future<Boolean> advance(TickSql.Seen seen) {
    Tick tick = ticks.get(seen.state().name());
    if (isDue(seen)) {
      return db.transaction(CALLER, tx -> fire(tx, tick, seen));
    }
    return isOutOfReach(tick, seen) ? replan(tick, seen) : Future.succeededFuture(false);
  }

  private static boolean isDue(TickSql.Seen seen) {
    return !seen.state().paused() && !seen.state().nextAt().isAfter(seen.now());
  }

  /** What was missed is caught up once: the next time is counted from now. */
  private Future<Boolean> fire(Tx tx, Tick tick, TickSql.Seen seen) {
    return sql.fire(tx, seen.state(), tick.cadence().after(seen.now()))
        .compose(
            won -> won ? jobs.enqueue(tx, tick.job()).map(true) : Future.succeededFuture(false));
  }

  /** The database's clock was set back further than the tick's own pace could explain. */
  private static boolean isOutOfReach(Tick tick, TickSql.Seen seen) {
    Instant second = tick.cadence().after(tick.cadence().after(seen.now()));
    return seen.state().nextAt().isAfter(second);
  }

  private Future<Boolean> replan(Tick tick, TickSql.Seen seen) {
    Instant next = tick.cadence().after(seen.now());
    return db.transaction(CALLER, tx -> sql.replan(tx, seen.state(), next)).map(false);
  }

  Future<List<Tick.State>> list(Caller caller) {
    return sql.all(db.reads(caller), names()).map(Ticks::states);
  }

  private static List<Tick.State> states(List<TickSql.Seen> all) {
    return all.stream()
        .map(TickSql.Seen::state)
        .sorted(Comparator.comparing(Tick.State::name))
        .toList();
  }

  Future<Tick.State> byName(Caller caller, String name) {
    return sql.all(db.reads(caller), List.of(known(name).name()))
        .map(
            found ->
                found.stream().findFirst().map(TickSql.Seen::state).orElseThrow(missing(name)));
  }

  /** Once more now, whatever its plan; the plan stays. */
  Future<Tick.State> run(Caller caller, String name) {
    Tick tick = known(name);
    return db.transaction(
        caller,
        tx ->
            jobs.enqueue(tx, tick.job())
                .compose(id -> jobs.hurry(tx, id))
                .compose(hurried -> audit.record(tx, "tick.run", "tick:" + name, null, null))
                .compose(done -> sql.ran(tx, name)));
  }

  /** A paused tick fires no more; resumed, it goes on with its next time, not with those missed. */
  Future<Tick.State> change(Caller caller, String name, boolean paused, long version) {
    Tick tick = known(name);
    return db.transaction(
        caller,
        tx -> sql.locked(tx, name).compose(seen -> change(tx, tick, seen, paused, version)));
  }

  private Future<Tick.State> change(
      Tx tx, Tick tick, Optional<TickSql.Seen> found, boolean paused, long version) {
    TickSql.Seen seen = found.orElseThrow(missing(tick.name()));
    Tick.State before = seen.state();
    if (before.version() != version) {
      return Future.failedFuture(Fault.stale(version, before.version()));
    }
    boolean resumed = before.paused() && !paused;
    Instant next = resumed ? tick.cadence().after(seen.now()) : before.nextAt();
    return sql.change(tx, tick.name(), paused, next).compose(after -> audited(tx, before, after));
  }

  private Future<Tick.State> audited(Tx tx, Tick.State before, Tick.State after) {
    return audit.record(tx, "tick.change", "tick:" + after.name(), before, after).map(after);
  }

  private List<String> names() {
    return List.copyOf(ticks.keySet());
  }

  private Tick known(String name) {
    return Optional.ofNullable(ticks.get(name)).orElseThrow(missing(name));
  }

  private static Supplier<Fault> missing(String name) {
    return () -> Fault.notFound("tick", name);
  }
}
