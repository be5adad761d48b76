package systems.voltaic.magnetiq;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ScopeType;

/** The way in. */
@Command(
    name = "magnetiq",
    description = "The Magnetiq web platform.",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = VersionCommand.Provider.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:failed, with the reason", "2:wrong usage or configuration"})
public final class Main implements Callable<Integer> {

  public static void main(String[] args) {
    System.exit(run(System.getenv(), args));
  }

  static int run(Map<String, String> environment, String... args) {
    return new CommandLine(new Main())
        .addSubcommand(new ServeCommand(environment))
        .addSubcommand(new MigrateCommand(environment))
        .addSubcommand(new CreateAdminCommand(environment))
        .addSubcommand(new ResetFactorsCommand(environment))
        .addSubcommand(new CheckConfigCommand(environment))
        .addSubcommand(new StatusCommand(environment))
        .addSubcommand(new VerifyAuditCommand(environment))
        .addSubcommand(new VersionCommand())
        .setExecutionExceptionHandler(told())
        .execute(args);
  }

  @Override
  public Integer call() {
    CommandLine.usage(this, System.err);
    return CommandLine.ExitCode.USAGE;
  }

  /** Configuration faults and refusals are sentences, not stack traces. */
  private static IExecutionExceptionHandler told() {
    return (failure, command, parsed) -> {
      command.getErr().println(Failure.sentence(failure));
      return failure instanceof Config.Faulty
          ? CommandLine.ExitCode.USAGE
          : CommandLine.ExitCode.SOFTWARE;
    };
  }
}
