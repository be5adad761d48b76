package systems.voltaic.magnetiq.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import systems.voltaic.magnetiq.loop.PerLoop;

/**
 * Read replicas and how far each is behind. A replica that lost its primary believes that it is up
 * to date, so its position is held against positions that the primary itself reported.
 */
public final class Replicas {

  private static final long LIMIT = Duration.ofSeconds(1).toNanos();
  private static final long PERIOD = 250;
  private static final int REMEMBERED = 40;

  private static final String PRIMARY = "SELECT (pg_current_wal_lsn() - '0/0')::bigint";
  private static final String REPLICA =
      "SELECT (pg_last_wal_replay_lsn() - '0/0')::bigint WHERE pg_is_in_recovery()";

  /** Where the primary stood, and when it said so. */
  private record Position(long lsn, long nanos) {}

  /** One replica; no lag is known before it first answered. */
  public record State(String server, boolean usable, Optional<Duration> lag) {}

  private static final class Replica {
    final URI server;
    final PerLoop<SqlClient> clients;
    volatile long freshAt = Long.MIN_VALUE;

    Replica(URI server, PerLoop<SqlClient> clients) {
      this.server = server;
      this.clients = clients;
    }

    boolean usable(long now) {
      return freshAt != Long.MIN_VALUE && now - freshAt < LIMIT;
    }
  }

  private final List<Replica> replicas = new ArrayList<>();
  private final Deque<Position> positions = new ArrayDeque<>();
  private final AtomicInteger turn = new AtomicInteger();
  private final SqlClient primary;

  private Replicas(SqlClient primary) {
    this.primary = primary;
  }

  static Replicas watch(Vertx vertx, DbConfig config, int loops, SqlClient primary) {
    var all = new Replicas(primary);
    for (URI server : config.replicas()) {
      all.replicas.add(
          new Replica(
              server,
              new PerLoop<>(loops, i -> Lane.pipelined(vertx, config, server, name(server, i)))));
    }
    all.look(vertx);
    return all;
  }

  private static String name(URI server, int loop) {
    return "replica-" + server.getHost() + "-" + server.getPort() + "-" + loop;
  }

  /** A usable replica's client on this event loop, taking turns. */
  Optional<SqlClient> pick() {
    long now = System.nanoTime();
    int first = Math.floorMod(turn.getAndIncrement(), replicas.size());
    for (int i = 0; i < replicas.size(); i++) {
      Replica replica = replicas.get((first + i) % replicas.size());
      if (replica.usable(now)) {
        return Optional.of(replica.clients.get());
      }
    }
    return Optional.empty();
  }

  List<State> states() {
    long now = System.nanoTime();
    return replicas.stream().map(r -> state(r, now)).toList();
  }

  private static State state(Replica replica, long now) {
    String server = replica.server.getHost() + ":" + replica.server.getPort();
    Optional<Duration> lag =
        replica.freshAt == Long.MIN_VALUE
            ? Optional.empty()
            : Optional.of(Duration.ofNanos(now - replica.freshAt));
    return new State(server, replica.usable(now), lag);
  }

  private void look(Vertx vertx) {
    primary
        .query(PRIMARY)
        .execute()
        .timeout(1, TimeUnit.SECONDS)
        .onSuccess(this::remember)
        .eventually(this::lookAtReplicas)
        .onComplete(done -> vertx.setTimer(PERIOD, id -> look(vertx)));
  }

  private synchronized void remember(RowSet<Row> rows) {
    positions.addFirst(new Position(rows.iterator().next().getLong(0), System.nanoTime()));
    if (positions.size() > REMEMBERED) {
      positions.removeLast();
    }
  }

  private Future<?> lookAtReplicas() {
    return Future.join(replicas.stream().map(this::lookAt).toList());
  }

  private Future<?> lookAt(Replica replica) {
    return replica
        .clients
        .all()
        .get(0)
        .query(REPLICA)
        .execute()
        .timeout(1, TimeUnit.SECONDS)
        .onSuccess(r -> heard(replica, r));
  }

  /** As fresh as the newest of the primary's positions that it has reached. */
  private synchronized void heard(Replica replica, RowSet<Row> rows) {
    for (Row row : rows) {
      long reached = row.getLong(0);
      positions.stream()
          .filter(p -> p.lsn() <= reached)
          .findFirst()
          .ifPresent(p -> replica.freshAt = Math.max(replica.freshAt, p.nanos()));
    }
  }
}
