package systems.voltaic.magnetiq;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import systems.voltaic.magnetiq.ops.Build;

/** Says which program this is. */
@Command(name = "version", description = "Say which version this is.")
final class VersionCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    System.out.println(line());
    return 0;
  }

  private static String line() {
    return "magnetiq " + Build.read().version() + " on Java " + Runtime.version();
  }

  static final class Provider implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {line()};
    }
  }
}
