package systems.voltaic.magnetiq.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to start and how.
 *
 * @param binaries where programs are unpacked; inside the data folder when empty
 * @param settings further lines of {@code postgresql.conf}, by name
 * @param access further lines of {@code pg_hba.conf}, read before our own
 * @param patience how long a server may take until it answers
 */
public record EmbeddedOptions(
    boolean postgres,
    boolean redis,
    Optional<Path> binaries,
    Map<String, String> settings,
    List<String> access,
    Duration patience) {

  public static EmbeddedOptions of(boolean postgres, boolean redis) {
    var patience = Duration.ofMinutes(5);
    return new EmbeddedOptions(postgres, redis, Optional.empty(), Map.of(), List.of(), patience);
  }

  public EmbeddedOptions withBinaries(Path folder) {
    return new EmbeddedOptions(postgres, redis, Optional.of(folder), settings, access, patience);
  }

  public EmbeddedOptions withSettings(Map<String, String> further) {
    return new EmbeddedOptions(postgres, redis, binaries, Map.copyOf(further), access, patience);
  }

  public EmbeddedOptions withAccess(List<String> further) {
    return new EmbeddedOptions(postgres, redis, binaries, settings, List.copyOf(further), patience);
  }

  public EmbeddedOptions withPatience(Duration limit) {
    return new EmbeddedOptions(postgres, redis, binaries, settings, access, limit);
  }
}
