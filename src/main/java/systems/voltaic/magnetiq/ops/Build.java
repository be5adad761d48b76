package systems.voltaic.magnetiq.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which program this is. */
public record Build(String version, String time) {

  public static Build read() {
    var properties = new Properties();
    try (var in = Build.class.getResourceAsStream("/build.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("build.properties is missing from the program", e);
    }
    return new Build(properties.getProperty("version"), properties.getProperty("built"));
  }
}
