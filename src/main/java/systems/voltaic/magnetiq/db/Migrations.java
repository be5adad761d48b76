package systems.voltaic.magnetiq.db;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema to what this code needs. Blocking: it runs before anything is served. */
public final class Migrations {

  /** The newest migration this code was written for; a test holds it and the files equal. */
  public static final int NEEDED = 11;

  private static final int OLDEST_SERVER = 14;

  private static final String EXISTS =
      "SELECT count(*) FROM pg_tables WHERE tablename = 'flyway_schema_history'";

  private static final String APPLIED =
      "SELECT coalesce(max(version::int), 0) FROM flyway_schema_history WHERE success";

  private final String jdbcUrl;
  private final Properties properties;

  public Migrations(DbConfig config) {
    URI url = config.url();
    int port = url.getPort() < 0 ? 5432 : url.getPort();
    this.jdbcUrl = "jdbc:postgresql://" + url.getHost() + ":" + port + url.getPath();
    this.properties = properties(config);
  }

  /** What the database has: 0 when nothing was ever migrated. */
  public int applied() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      refuseOldServer(connection);
      return number(statement, EXISTS) > 0 ? number(statement, APPLIED) : 0;
    }
  }

  /** Migrates under a lock: of several instances one does it and the others find it done. */
  public int migrate() {
    try {
      return Flyway.configure()
          .dataSource(jdbcUrl, properties.getProperty("user"), properties.getProperty("password"))
          .jdbcProperties(jdbcProperties())
          .locations("classpath:db/migration")
          .lockRetryCount(-1)
          .loggers("slf4j")
          .load()
          .migrate()
          .migrationsExecuted;
    } catch (FlywayException e) {
      throw new IllegalStateException("the database could not be migrated: " + e.getMessage(), e);
    }
  }

  private Map<String, String> jdbcProperties() {
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, properties::getProperty));
  }

  private static Properties properties(DbConfig config) {
    var properties = new Properties();
    String[] user = config.url().getRawUserInfo().split(":", 2);
    properties.put("user", decode(user[0]));
    properties.put("password", user.length > 1 ? decode(user[1]) : "");
    properties.put("ApplicationName", config.applicationName() + "-migrate");
    properties.put(
        "connectTimeout", Long.toString(Math.max(1, config.connectTimeout().toSeconds())));
    properties.put("sslmode", config.sslMode().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    config.sslRootCertificate().ifPresent(pem -> trust(properties, pem));
    return properties;
  }

  /** The driver takes the certificate's text as it is where its own factory is named. */
  private static void trust(Properties properties, String pem) {
    properties.put("sslfactory", "org.postgresql.ssl.SingleCertValidatingFactory");
    properties.put("sslfactoryarg", pem);
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl, properties);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static void refuseOldServer(Connection connection) throws SQLException {
    int major = connection.getMetaData().getDatabaseMajorVersion();
    if (major < OLDEST_SERVER) {
      throw new SQLException(
          "the database is Postgres "
              + major
              + ", but Magnetiq needs "
              + OLDEST_SERVER
              + " or newer");
    }
  }

  private static int number(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
