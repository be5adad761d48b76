package systems.voltaic.magnetiq.ops;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What this instance is and runs on. */
public final class SystemInfo {

  /**
   * What only the start of the program knows.
   *
   * @param versions of the servers it talks to, by name
   * @param configuration without secrets
   */
  public record Facts(
      Build build,
      Set<String> roles,
      int eventLoops,
      Path data,
      Map<String, Supplier<Future<String>>> versions,
      Map<String, String> configuration) {}

  record Machine(
      String java,
      String operatingSystem,
      int processors,
      long heapUsedBytes,
      long heapLimitBytes,
      int eventLoops,
      boolean nativeTransport) {}

  record Info(
      String version,
      String built,
      Instant started,
      long uptimeSeconds,
      Set<String> roles,
      Machine machine,
      String dataFolder,
      Map<String, Long> dataBytes,
      Map<String, String> servers,
      Map<String, String> configuration) {}

  private static final int MOST_FILES = 200_000;
  private static final String UNKNOWN = "unknown";

  private final Vertx vertx;
  private final Clock clock;
  private final Facts facts;
  private final Instant started;

  public SystemInfo(Vertx vertx, Clock clock, Facts facts) {
    this.vertx = vertx;
    this.clock = clock;
    this.facts = facts;
    this.started = clock.instant();
  }

  Future<Info> read() {
    var versions = new TreeMap<String, Future<String>>();
    facts.versions().forEach((name, ask) -> versions.put(name, version(ask)));
    return Future.join(new ArrayList<>(versions.values()))
        .compose(all -> vertx.executeBlocking(this::sizes, false))
        .map(sizes -> info(sizes, versions));
  }

  private static Future<String> version(Supplier<Future<String>> ask) {
    return ask.get().timeout(2, TimeUnit.SECONDS).otherwise(UNKNOWN);
  }

  private Info info(Map<String, Long> sizes, Map<String, Future<String>> versions) {
    var servers = new TreeMap<String, String>();
    versions.forEach((name, version) -> servers.put(name, version.result()));
    return new Info(
        facts.build().version(),
        facts.build().time(),
        started,
        Duration.between(started, clock.instant()).toSeconds(),
        facts.roles(),
        machine(),
        facts.data().toString(),
        sizes,
        servers,
        facts.configuration());
  }

  private Machine machine() {
    Runtime runtime = Runtime.getRuntime();
    return new Machine(
        Runtime.version().toString(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        runtime.availableProcessors(),
        runtime.totalMemory() - runtime.freeMemory(),
        runtime.maxMemory(),
        facts.eventLoops(),
        vertx.isNativeTransportEnabled());
  }

  /** Bytes of each folder inside the data folder. */
  private Map<String, Long> sizes() {
    var sizes = new TreeMap<String, Long>();
    try {
      Files.walkFileTree(facts.data(), new Sum(facts.data(), sizes));
    } catch (IOException e) {
      throw new UncheckedIOException("the data folder cannot be read", e);
    }
    return sizes;
  }

  private static final class Sum extends SimpleFileVisitor<Path> {

    private final Path root;
    private final Map<String, Long> sizes;
    private int seen;

    Sum(Path root, Map<String, Long> sizes) {
      this.root = root;
      this.sizes = sizes;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      sizes.merge(root.relativize(file).getName(0).toString(), attributes.size(), Long::sum);
      return ++seen < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException gone) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException gone) {
      return FileVisitResult.CONTINUE;
    }
  }
}
