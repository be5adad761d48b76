package systems.voltaic.magnetiq;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Reads the configuration and says everything that is wrong with it. */
@Command(
    name = "check-config",
    description = "Say everything that is wrong with the configuration.")
final class CheckConfigCommand extends Configured implements Callable<Integer> {

  CheckConfigCommand(Map<String, String> environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    Config config = config();
    System.out.println("The configuration can be used.");
    System.out.println("  database  " + database(config));
    System.out.println("  redis     " + redis(config));
    System.out.println(
        "  mail      " + config.mail().host().orElse("dev mailbox (SMTP_HOST is not set)"));
    System.out.println("  roles     " + config.app().roles());
    return 0;
  }

  private static String database(Config config) {
    return config.embedding().postgres()
        ? "embedded, in " + config.embedding().data()
        : config.db().address();
  }

  private static String redis(Config config) {
    return config.embedding().redis()
        ? "embedded, in " + config.embedding().data()
        : config.redis().address();
  }
}
