package systems.voltaic.magnetiq;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.log.Logging;

/** Makes an owner of the installation. */
@Command(
    name = "create-admin",
    description = "Make an owner, and print the link that sets the password; good for seven days.")
final class CreateAdminCommand extends Configured implements Callable<Integer> {

  @Option(names = "--email", required = true, description = "whom the link is for")
  private String email;

  @Option(names = "--name", required = true, description = "what the person is called")
  private String name;

  @Option(
      names = "--language",
      defaultValue = "en",
      description = "en or de; what the person is written to in")
  private String language;

  CreateAdminCommand(Map<String, String> environment) {
    super(environment);
  }

  @Override
  public Integer call() throws Exception {
    Config config = config();
    boolean mailed = config.mail().host().isPresent();
    var logging = Logging.start(config.log(), config.secrets());
    try (logging;
        var servers = Servers.start(config, Console::progress);
        var backstage = Backstage.open(servers.config())) {
      String link =
          backstage.run(
              features ->
                  features
                      .staff()
                      .login()
                      .owners()
                      .create(Backstage.CALLER, email, name, Language.of(language), mailed));
      System.out.println("Set the password here, within seven days:\n\n  " + link + "\n");
      if (mailed) {
        System.out.println("The same link is mailed to " + email + " by the next instance.");
      }
    }
    return 0;
  }
}
