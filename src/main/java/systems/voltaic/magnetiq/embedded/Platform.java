package systems.voltaic.magnetiq.embedded;

import java.util.List;
import java.util.Locale;

/** The machines there are programs for, with the names of their archives. */
enum Platform {
  LINUX_AMD64("postgres-linux-x86_64.txz"),
  LINUX_ARM64("postgres-linux-arm_64.txz"),
  MAC_ARM64("postgres-darwin-arm_64.txz");

  private final String postgresArchive;

  Platform(String postgresArchive) {
    this.postgresArchive = postgresArchive;
  }

  static Platform here() throws EmbeddedFailure {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static Platform of(String system, String processor) throws EmbeddedFailure {
    var arm = processor.equals("aarch64") || processor.equals("arm64");
    var name = system.toLowerCase(Locale.ROOT);
    if (name.equals("linux") && (arm || processor.equals("amd64"))) {
      return arm ? LINUX_ARM64 : LINUX_AMD64;
    }
    if (name.startsWith("mac") && arm) {
      return MAC_ARM64;
    }
    throw new EmbeddedFailure(
        "There is no embedded Postgres and Redis for "
            + system
            + " on "
            + processor
            + ": set DATABASE_URL and REDIS_URL to servers of your own.");
  }

  String postgresArchive() {
    return postgresArchive;
  }

  /** Best first: on amd64 the first needs the system's OpenSSL 3, the second needs nothing. */
  List<String> redisPrograms() {
    return switch (this) {
      case LINUX_AMD64 ->
          List.of("redis-server-6.2.6-v5-linux-amd64", "redis-server-6.2.7-linux-386");
      case LINUX_ARM64 -> List.of("redis-server-6.2.7-linux-arm64");
      case MAC_ARM64 -> List.of("redis-server-6.2.6-v5-darwin-arm64");
    };
  }
}
