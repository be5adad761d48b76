package systems.voltaic.magnetiq.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import systems.voltaic.magnetiq.fault.Fault;

/** All live connections of this instance. */
final class Hub {

  static final int MOST_OF_ONE = 10;
  private static final int MOST = 2_000;

  private final Set<Connection> all = ConcurrentHashMap.newKeySet();
  private volatile boolean draining;

  Hub(MeterRegistry meters) {
    meters.gauge("live_connections", all, Set::size);
  }

  /** Fails when there is no room for one more of this person. */
  void requireRoom(UUID person) {
    if (draining || all.size() >= MOST) {
      throw Fault.unavailable("live-full", "no more live connections here", Duration.ofSeconds(5));
    }
    long own = all.stream().filter(c -> c.guest().person().equals(person)).count();
    if (own >= MOST_OF_ONE) {
      throw Fault.limited(Duration.ofSeconds(30));
    }
  }

  Connection add(
      ServerWebSocket socket, Guest guest, Consumer<Connection> moved, Consumer<Connection> gone) {
    var connection = new Connection(socket, guest);
    connection.open(() -> moved.accept(connection), () -> remove(connection, gone));
    all.add(connection);
    if (draining) {
      connection.bye(Connection.GOING_AWAY, "drain");
    }
    return connection;
  }

  private void remove(Connection connection, Consumer<Connection> gone) {
    if (all.remove(connection)) {
      gone.accept(connection);
    }
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  Collection<Connection> all() {
    return all;
  }

  void tell(Predicate<Guest> to, String frame) {
    all.stream().filter(c -> to.test(c.guest())).forEach(c -> c.send(frame));
  }

  void ping() {
    all.forEach(Connection::ping);
  }

  /** Pages come back to another instance, each after a moment of its own choosing. */
  void drain() {
    draining = true;
    all.forEach(c -> c.bye(Connection.GOING_AWAY, "drain"));
  }

  /** What a session may do now; without anything it is over. */
  void stand(Connection connection, Optional<Set<String>> permissions) {
    permissions.ifPresentOrElse(
        now -> connection.guest(connection.guest().now(now)),
        () -> connection.bye(Connection.SESSION_OVER, "session"));
  }
}
