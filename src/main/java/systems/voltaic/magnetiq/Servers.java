package systems.voltaic.magnetiq;

import java.util.Optional;
import java.util.function.Consumer;
import systems.voltaic.magnetiq.embedded.Embedded;
import systems.voltaic.magnetiq.embedded.EmbeddedFailure;

/** The databases that a configuration leads to; those it has no address for are started here. */
final class Servers implements AutoCloseable {

  private final Config config;
  private final Optional<Embedded> embedded;

  private Servers(Config config, Optional<Embedded> embedded) {
    this.config = config;
    this.embedded = embedded;
  }

  static Servers start(Config config, Consumer<String> progress) throws EmbeddedFailure {
    var wanted = config.embedding();
    Optional<Embedded> embedded =
        wanted.any()
            ? Optional.of(
                Embedded.start(wanted.data(), wanted.postgres(), wanted.redis(), progress))
            : Optional.empty();
    return new Servers(
        config.at(
            embedded.flatMap(Embedded::databaseUrl),
            embedded.flatMap(Embedded::redisUrl),
            key(config)),
        embedded);
  }

  private static String key(Config config) {
    String given = config.vault().key();
    return given.isEmpty() ? KeyFile.in(config.embedding().data()) : given;
  }

  /** The configuration with the addresses of what was started. */
  Config config() {
    return config;
  }

  @Override
  public void close() {
    embedded.ifPresent(Embedded::close);
  }
}
