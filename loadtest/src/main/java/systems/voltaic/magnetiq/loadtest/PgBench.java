package systems.voltaic.magnetiq.loadtest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The database's own measure of a statement. */
final class PgBench {

  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

  /** Transactions per second. */
  static double run(Postgres postgres, String script, String... options) throws Exception {
    var command = new ArrayList<>(List.of(Programs.pgbench().toString(), "-n", "-M", "prepared"));
    command.addAll(List.of(options));
    command.addAll(List.of("-f", Rig.source("sql/" + script).toString(), postgres.url()));
    String said = Child.run(command);
    var found = RATE.matcher(said);
    if (!found.find()) {
      throw new Unusable("pgbench said: " + said);
    }
    return Double.parseDouble(found.group(1));
  }

  private PgBench() {}
}
