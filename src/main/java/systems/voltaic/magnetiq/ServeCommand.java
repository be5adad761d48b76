package systems.voltaic.magnetiq;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import systems.voltaic.magnetiq.log.Logging;

/** Runs the platform until it is told to stop. */
@Command(name = "serve", description = "Run the platform until it is told to stop.")
final class ServeCommand extends Configured implements Callable<Integer> {

  @Option(
      names = "--stop-with-parent",
      description = "stop when the program that started this one ends, as a build does")
  private boolean stopWithParent;

  ServeCommand(Map<String, String> environment) {
    super(environment);
  }

  @Override
  public Integer call() throws Exception {
    Config config = config();
    var told = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(told, ended), "stop"));
    if (stopWithParent) {
      ProcessHandle.current().parent().ifPresent(p -> p.onExit().thenRun(told::countDown));
    }
    try (var logging = Logging.start(config.log(), config.secrets());
        var servers = Servers.start(config, Console::progress);
        var running = Running.start(servers.config(), logging)) {
      Console.welcome(servers.config(), running.addresses(), firstLink(config, running));
      told.await();
      Console.progress("Stopping: finishing what is under way …");
      running.drain();
    } finally {
      ended.countDown();
    }
    return 0;
  }

  /** Only where who reads the console owns the data as well. */
  private static Optional<String> firstLink(Config config, Running running) throws Exception {
    return config.embedding().postgres() ? running.firstLink() : Optional.empty();
  }

  /** The process may end only after the last answer, and the databases after everybody else. */
  private static void stop(CountDownLatch told, CountDownLatch ended) {
    told.countDown();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
