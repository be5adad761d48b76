package systems.voltaic.magnetiq;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import systems.voltaic.magnetiq.log.Logging;

/** For who lost the phone, the keys and the recovery codes. */
@Command(
    name = "reset-factors",
    description = "Remove every second factor of a person, who is signed out and told by mail.")
final class ResetFactorsCommand extends Configured implements Callable<Integer> {

  @Option(names = "--email", required = true, description = "whose factors are removed")
  private String email;

  ResetFactorsCommand(Map<String, String> environment) {
    super(environment);
  }

  @Override
  public Integer call() throws Exception {
    Config config = config();
    var logging = Logging.start(config.log(), config.secrets());
    try (logging;
        var servers = Servers.start(config, Console::progress);
        var backstage = Backstage.open(servers.config())) {
      backstage.run(features -> features.staff().resetFactors(Backstage.CALLER, email));
    }
    System.out.println("The second factors of " + email + " are removed.");
    return 0;
  }
}
