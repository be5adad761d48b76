package systems.voltaic.magnetiq.db;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the database is reached. */
public record DbConfig(
    URI url,
    List<URI> replicas,
    int connections,
    int maxWaitQueue,
    Duration connectTimeout,
    Duration idleTimeout,
    Duration lifetime,
    Duration statementTimeout,
    SslMode sslMode,
    Optional<String> sslRootCertificate,
    String applicationName,
    boolean pgbouncer) {

  /** The same on another server. */
  public DbConfig at(URI other) {
    return new DbConfig(
        other,
        replicas,
        connections,
        maxWaitQueue,
        connectTimeout,
        idleTimeout,
        lifetime,
        statementTimeout,
        sslMode,
        sslRootCertificate,
        applicationName,
        pgbouncer);
  }

  /** For commands: whoever gave one would rather wait than be told to try again. */
  public DbConfig patient() {
    return new DbConfig(
        url,
        replicas,
        connections,
        maxWaitQueue,
        Duration.ofSeconds(20),
        idleTimeout,
        lifetime,
        Duration.ofMinutes(2),
        sslMode,
        sslRootCertificate,
        applicationName,
        pgbouncer);
  }

  /** Where it is, without credentials. */
  public String address() {
    return url.getHost() + ":" + (url.getPort() < 0 ? 5432 : url.getPort()) + url.getPath();
  }

  @Override
  public String toString() {
    return "Postgres at " + address();
  }

  public enum SslMode {
    DISABLE,
    PREFER,
    REQUIRE,
    VERIFY_CA,
    VERIFY_FULL
  }
}
