package systems.voltaic.magnetiq.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one server running until it is closed. */
final class Supervisor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
  private static final Duration POLL = Duration.ofMillis(20);
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;
  private static final Duration STEADY = Duration.ofMinutes(1);
  private static final Duration REPORT_EVERY = Duration.ofSeconds(2);
  private static final Duration ORDERLY = Duration.ofSeconds(30);

  private final Server server;
  private final Identity identity;
  private final Duration patience;
  private final Consumer<String> progress;
  private final ScheduledExecutorService revival;
  private volatile Process process;
  private volatile boolean closing;
  private int failures;
  private long runningSince;

  private Supervisor(
      Server server, Identity identity, Duration patience, Consumer<String> progress) {
    this.server = server;
    this.identity = identity;
    this.patience = patience;
    this.progress = progress;
    this.revival = Executors.newSingleThreadScheduledExecutor(this::thread);
  }

  static Supervisor start(
      Server server, Identity identity, Duration patience, Consumer<String> progress)
      throws EmbeddedFailure {
    var supervisor = new Supervisor(server, identity, patience, progress);
    supervisor.run();
    supervisor.revival.scheduleWithFixedDelay(server.log()::trim, 1, 1, TimeUnit.MINUTES);
    return supervisor;
  }

  long pid() {
    return process.pid();
  }

  private void run() throws EmbeddedFailure {
    process = launched();
    try {
      awaitService();
    } catch (EmbeddedFailure e) {
      server.processes().kill();
      throw e;
    }
    runningSince = System.nanoTime();
    watch(process);
  }

  /** On a thread of its own: a pool that others fill would hear of it too late. */
  private void watch(Process running) {
    var watch = new Thread(() -> awaitEnd(running), server.name() + " watch");
    watch.setDaemon(true);
    watch.start();
  }

  private void awaitEnd(Process running) {
    try {
      running.waitFor();
      died(running);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Process launched() throws EmbeddedFailure {
    try {
      server.log().markStart();
      return Commands.builder(server.folder(), identity.detached(server.command()))
          .redirectOutput(ProcessBuilder.Redirect.appendTo(server.log().file().toFile()))
          .start();
    } catch (IOException e) {
      throw new EmbeddedFailure(server.name() + " could not be run: " + e.getMessage(), e);
    }
  }

  private void awaitService() throws EmbeddedFailure {
    var began = System.nanoTime();
    var reports = 1;
    while (!server.serves(process)) {
      if (endsWithin(POLL)) {
        throw server.refusal();
      }
      if (closing) {
        throw new EmbeddedFailure(server.name() + " was stopped while it started.");
      }
      var waited = Duration.ofNanos(System.nanoTime() - began);
      if (waited.compareTo(patience) > 0) {
        throw tooSlow();
      }
      if (waited.compareTo(REPORT_EVERY.multipliedBy(reports)) > 0) {
        progress.accept(server.occupation() + " … " + waited.toSeconds() + " s");
        reports++;
      }
    }
  }

  private boolean endsWithin(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private EmbeddedFailure tooSlow() {
    return new EmbeddedFailure(
        server.name()
            + " did not answer within "
            + patience.toMillis() / 1000.0
            + " s; the last lines of "
            + server.log().file()
            + ": "
            + String.join(" | ", server.log().lastLines(5)));
  }

  private void died(Process dead) {
    if (closing) {
      return;
    }
    var steady = System.nanoTime() - runningSince > STEADY.toNanos();
    failures = steady ? 0 : failures;
    LOG.warn("{} ended by itself (exit {}); starting it again", server.name(), dead.exitValue());
    reviveLater();
  }

  private void reviveLater(EmbeddedFailure reason) {
    if (!closing) {
      LOG.error("{} does not start, next try follows: {}", server.name(), reason.getMessage());
      reviveLater();
    }
  }

  private void reviveLater() {
    var pause = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(failures, 10));
    failures++;
    if (!closing) {
      revival.schedule(this::revive, pause, TimeUnit.MILLISECONDS);
    }
  }

  /** What the dead one forked may outlive it and would keep the next one from starting. */
  private void revive() {
    if (closing) {
      return;
    }
    try {
      server.processes().kill();
      run();
      LOG.info("{} serves again (process {})", server.name(), pid());
    } catch (EmbeddedFailure e) {
      reviveLater(e);
    }
  }

  @Override
  public void close() {
    closing = true;
    endRevival();
    OwnProcesses.signal(process.toHandle(), server.processes().stopSignal());
    if (!endsWithin(ORDERLY)) {
      LOG.warn("{} did not stop within {} s; ending it", server.name(), ORDERLY.toSeconds());
    }
    server.processes().kill();
  }

  /** From here on nobody replaces the process that is about to be stopped. */
  private void endRevival() {
    revival.shutdownNow();
    try {
      revival.awaitTermination(ORDERLY.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Thread thread(Runnable task) {
    var thread = new Thread(task, "keeps-" + server.name());
    thread.setDaemon(true);
    return thread;
  }
}
