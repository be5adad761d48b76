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

  public enum SslMode {
    DISABLE,
    PREFER,
    REQUIRE,
    VERIFY_CA,
    VERIFY_FULL
  }
}
