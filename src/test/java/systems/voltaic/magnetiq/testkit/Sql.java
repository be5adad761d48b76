package systems.voltaic.magnetiq.testkit;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks into a database behind the platform's back. */
public final class Sql {

  /** Whoever looks again and again is not to cost the server a process each time. */
  private static final ThreadLocal<Look> LAST = new ThreadLocal<>();

  private record Look(URI database, Connection connection) {}

  /** The first column of every row, as text. */
  public static List<String> column(URI database, String query) {
    try (var statement = connection(database).createStatement();
        var rows = statement.executeQuery(query)) {
      var values = new ArrayList<String>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException failed) {
      throw new IllegalStateException(query, failed);
    }
  }

  public static String value(URI database, String query) {
    return column(database, query).get(0);
  }

  public static int number(URI database, String query) {
    return Integer.parseInt(value(database, query));
  }

  public static int run(URI database, String command) {
    try (var statement = connection(database).createStatement()) {
      statement.execute(command);
      return Math.max(0, statement.getUpdateCount());
    } catch (SQLException failed) {
      throw new IllegalStateException(command, failed);
    }
  }

  /** A connection of one's own, such as for a transaction that stays open. */
  public static Connection open(URI database) {
    try {
      return connect(database);
    } catch (SQLException failed) {
      throw new IllegalStateException("no connection", failed);
    }
  }

  static void hangUp() {
    var last = LAST.get();
    LAST.remove();
    try {
      if (last != null) {
        last.connection().close();
      }
    } catch (SQLException stuck) {
      throw new IllegalStateException("the connection cannot be closed", stuck);
    }
  }

  private static Connection connection(URI database) throws SQLException {
    var last = LAST.get();
    if (last != null && last.database().equals(database) && last.connection().isValid(2)) {
      return last.connection();
    }
    hangUp();
    LAST.set(new Look(database, connect(database)));
    return LAST.get().connection();
  }

  private static Connection connect(URI database) throws SQLException {
    var user = database.getUserInfo().split(":", 2);
    var jdbc =
        "jdbc:postgresql://%s:%d%s?connectTimeout=2&socketTimeout=20"
            .formatted(database.getHost(), database.getPort(), database.getPath());
    return DriverManager.getConnection(jdbc, user[0], user.length > 1 ? user[1] : "");
  }

  private Sql() {}
}
