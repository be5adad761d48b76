package systems.voltaic.magnetiq.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The platform in a JVM of its own, from the test's classpath or from the built jar. */
public final class JavaProcess {
  private static final List<String> FLAGS =
      List.of(
          "-Xmx256m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+IgnoreUnrecognizedVMOptions",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  /** {@code Main} with these arguments: from the jar, or without waiting for it to be built. */
  public static ChildProcess platform(
      Map<String, String> environment, Path folder, String... arguments) {
    var how = ShippedJar.how().orElseGet(() -> classpath("systems.voltaic.magnetiq.Main"));
    return start(how, environment, folder, arguments);
  }

  /** Any class with a {@code main} on the test's classpath. */
  public static ChildProcess ofClass(
      String main, Map<String, String> environment, Path folder, String... arguments) {
    return start(classpath(main), environment, folder, arguments);
  }

  private static List<String> classpath(String main) {
    return List.of("-cp", System.getProperty("java.class.path"), main);
  }

  /** The jar of {@code -Dmagnetiq.jar}, as it is shipped. */
  public static ChildProcess jar(
      Map<String, String> environment, Path folder, String... arguments) {
    var jar = System.getProperty("magnetiq.jar");
    if (jar == null) {
      throw new IllegalStateException("Give the built jar as -Dmagnetiq.jar=target/magnetiq.jar");
    }
    return start(List.of("-jar", jar), environment, folder, arguments);
  }

  private static ChildProcess start(
      List<String> how, Map<String, String> environment, Path folder, String... arguments) {
    var command = command();
    command.addAll(how);
    command.addAll(List.of(arguments));
    return ChildProcess.start(command, environment, folder);
  }

  /** The program and the flags of every start. */
  static List<String> command() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    return command;
  }

  private JavaProcess() {}
}
