package systems.voltaic.magnetiq.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Programs that come with the system, not with the build. */
public enum Program {
  /** Without windows it draws pages with a fifth less work. */
  CHROMIUM("chromium-headless-shell", "/usr/bin/chromium-headless-shell", "/usr/bin/chromium"),
  NGINX("nginx", "/usr/sbin/nginx"),
  NODE("nodejs", "/usr/bin/node"),
  POSTGRES("postgresql", "/usr/lib/postgresql/15/bin/postgres"),
  REDIS("redis-server", "/usr/bin/redis-server");

  private final String debianPackage;
  private final String place;

  Program(String debianPackage, String... places) {
    this.debianPackage = debianPackage;
    this.place = Stream.of(places).filter(Program::runs).findFirst().orElse("");
  }

  private static boolean runs(String place) {
    return Files.isExecutable(Path.of(place));
  }

  public boolean isInstalled() {
    return !place.isEmpty();
  }

  /** Where it is; for Postgres its {@code bin} folder is the parent. */
  public Path path() {
    if (!isInstalled()) {
      throw new IllegalStateException(name() + " is missing: apt-get install " + debianPackage);
    }
    return Path.of(place);
  }

  String debianPackage() {
    return debianPackage;
  }
}
