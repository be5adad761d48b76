package systems.voltaic.magnetiq.testkit;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import systems.voltaic.magnetiq.db.DbConfig;

/** Database configurations for tests. */
public final class DbConfigs {

  public static DbConfig to(URI url) {
    return to(url, List.of(), 8, 200);
  }

  public static DbConfig to(URI url, List<URI> replicas, int connections, int maxWaitQueue) {
    return new DbConfig(
        url,
        replicas,
        connections,
        maxWaitQueue,
        Duration.ofSeconds(2),
        Duration.ofMinutes(5),
        Duration.ofMinutes(30),
        Duration.ofSeconds(5),
        DbConfig.SslMode.DISABLE,
        Optional.empty(),
        "magnetiq-test",
        false);
  }

  private DbConfigs() {}
}
