package systems.voltaic.magnetiq.loadtest;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Programs of the machine that the measurements use. */
final class Programs {

  static Path wrk() {
    return find("wrk", "wrk");
  }

  static Path redis() {
    return find("redis-server", "redis-server");
  }

  static Path nginx() {
    Path debian = Path.of("/usr/sbin/nginx");
    return Files.isExecutable(debian) ? debian : find("nginx", "nginx-light");
  }

  static Path openssl() {
    return find("openssl", "openssl");
  }

  static Path chromium() {
    return find("chromium", "chromium");
  }

  static Path pgbench() {
    return find("pgbench", "postgresql-contrib");
  }

  static Path psql() {
    return find("psql", "postgresql-client");
  }

  /** The folder with initdb and postgres, which Debian keeps off the path. */
  static Path postgres() {
    var folders = Stream.of(18, 17, 16, 15, 14).map(v -> Path.of("/usr/lib/postgresql/" + v));
    return folders
        .map(folder -> folder.resolve("bin"))
        .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
        .findFirst()
        .orElseThrow(() -> missing("postgres", "postgresql"));
  }

  static Path java(String home) {
    Path java = Path.of(home, "bin", "java");
    if (!Files.isExecutable(java)) {
      throw new Unusable(java + " is not there: set -Dinstance.jdk to the folder of a JDK");
    }
    return java;
  }

  private static Path find(String name, String debian) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> missing(name, debian));
  }

  private static Unusable missing(String name, String debian) {
    return new Unusable(name + " is missing; install it: apt-get install " + debian);
  }

  private Programs() {}
}
