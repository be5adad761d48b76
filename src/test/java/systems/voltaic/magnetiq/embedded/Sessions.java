package systems.voltaic.magnetiq.embedded;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Plain JDBC sessions on the addresses that embedded servers give. */
final class Sessions {
  private Sessions() {}

  static Connection open(String url) throws SQLException {
    var address = URI.create(url);
    var user = address.getUserInfo().split(":", 2);
    return open(url, user[0], user[1]);
  }

  static Connection open(String url, String user, String password) throws SQLException {
    var address = URI.create(url);
    var jdbc = "jdbc:postgresql://127.0.0.1:" + address.getPort() + address.getPath();
    return DriverManager.getConnection(jdbc, user, password);
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of the first row. */
  static String ask(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  static String askOnce(String url, String sql) throws SQLException {
    try (var connection = open(url)) {
      return ask(connection, sql);
    }
  }

  static void runOnce(String url, String sql) throws SQLException {
    try (var connection = open(url)) {
      run(connection, sql);
    }
  }
}
