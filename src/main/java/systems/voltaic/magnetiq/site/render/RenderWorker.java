package systems.voltaic.magnetiq.site.render;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.graalvm.polyglot.PolyglotException;
import systems.voltaic.magnetiq.json.Json;

/** One thread of the renderer with its warm program; one that had to be stopped is replaced. */
final class RenderWorker implements Runnable {

  private final Script script;
  private final BlockingQueue<RenderJob> queue;
  private final ScheduledExecutorService watch;
  private final RenderLimits limits;
  private final RenderMeters meters;
  private final BiConsumer<RenderJob, Throwable> failed;
  private Program program;

  RenderWorker(
      Script script,
      BlockingQueue<RenderJob> queue,
      ScheduledExecutorService watch,
      RenderLimits limits,
      RenderMeters meters,
      BiConsumer<RenderJob, Throwable> failed) {
    this.script = script;
    this.queue = queue;
    this.watch = watch;
    this.limits = limits;
    this.meters = meters;
    this.failed = failed;
  }

  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        work(queue.take());
      }
    } catch (InterruptedException | RejectedExecutionException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void work(RenderJob job) {
    if (System.nanoTime() - job.asked() > limits.patience().toNanos()) {
      failed.accept(job, RenderFailure.waited(limits.patience()));
      return;
    }
    try {
      Rendered page = render(job);
      job.page().tryComplete(page);
    } catch (PolyglotException e) {
      failed.accept(job, RenderFailure.of(e, limits.run()));
    } catch (RuntimeException | Error e) {
      program = null;
      failed.accept(job, e);
    }
  }

  private Rendered render(RenderJob job) {
    if (program == null || !program.usable()) {
      program = script.open();
    }
    Program mine = program;
    long began = System.nanoTime();
    Future<?> end =
        watch.schedule(() -> mine.stop(job.number()), limits.run().toNanos(), TimeUnit.NANOSECONDS);
    try {
      String page = mine.run(job.number(), job.view());
      meters.rendered(System.nanoTime() - began);
      return Json.read(Json.parse(page), Rendered.class);
    } finally {
      end.cancel(false);
    }
  }
}
