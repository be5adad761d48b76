package systems.voltaic.magnetiq;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import systems.voltaic.magnetiq.db.Migrations;
import systems.voltaic.magnetiq.log.Logging;

/** Brings the schema to what this program needs. */
@Command(name = "migrate", description = "Bring the database's schema to what this version needs.")
final class MigrateCommand extends Configured implements Callable<Integer> {

  MigrateCommand(Map<String, String> environment) {
    super(environment);
  }

  @Override
  public Integer call() throws Exception {
    Config config = config();
    Logging logging = Logging.start(config.log(), config.secrets());
    try (logging;
        var servers = Servers.start(config, Console::progress)) {
      int steps = new Migrations(servers.config().db()).migrate();
      System.out.println(
          steps == 0
              ? "The schema was already at version " + Migrations.NEEDED + "."
              : "Migrated in " + steps + " steps to version " + Migrations.NEEDED + ".");
    }
    return 0;
  }
}
