package systems.voltaic.magnetiq;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine.Option;

/** What commands with a configuration share: where its names and texts come from. */
abstract class Configured {

  private final Map<String, String> environment;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "lines of NAME=value; the environment goes before them")
  private Path file;

  Configured(Map<String, String> environment) {
    this.environment = environment;
  }

  final Config config() {
    var values = new HashMap<String, String>();
    if (file != null) {
      lines().forEach((name, value) -> values.put(name.toString(), value.toString()));
    }
    values.putAll(environment);
    return Config.read(values, Runtime.getRuntime().availableProcessors());
  }

  private Properties lines() {
    var lines = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      lines.load(reader);
    } catch (IOException e) {
      throw new IllegalStateException("the configuration file " + file + " cannot be read", e);
    }
    return lines;
  }
}
