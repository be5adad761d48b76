package systems.voltaic.magnetiq.loadtest;

import java.time.Duration;
import java.util.List;

/**
 * Jobs that one instance claims and completes. They name mails that are gone, so a job costs its
 * claim, a look for its mail, and its completion; the reference runs the same three statements.
 */
final class JobRate {

  private static final int BATCH = 256;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private interface Count {
    double now() throws Exception;
  }

  private final Rig rig;
  private final Profile profile;

  JobRate(Rig rig, Profile profile) {
    this.rig = rig;
    this.profile = profile;
  }

  Figure p14() throws Exception {
    Instance instance = rig.instance();
    rig.only(1);
    for (double warm = 0; warm < profile.warmSeconds(); ) {
      warm += profile.jobs() / worked(instance).perSecond();
    }
    var pairs = Pairs.take(profile.pairs(), this::referred, () -> worked(instance));
    return Pairs.figure("P14", "jobs ÷ pgbench of the same SQL", 0.5, 0.75, pairs);
  }

  Figure mails() throws Exception {
    Instance instance = rig.instance();
    rig.only(1);
    rate(profile.mails() / 4, rig.sink()::mails, this::fillMails);
    double rate = rate(profile.mails(), rig.sink()::mails, this::fillMails);
    return Figure.least("P14m", "mails a second into a local sink", 1000, 3000, List.of(rate))
        .with("mails", profile.mails() + "")
        .with("rss", "%.0f MB", instance.child().rssMegabytes());
  }

  private void fillMails(int mails) throws Exception {
    rig.postgres().script("fill-mails.sql", "mails=" + mails);
  }

  private void fillJobs(int jobs) throws Exception {
    rig.postgres().script("fill-jobs.sql", "kind=mail.send", "jobs=" + jobs);
  }

  private Pairs.Side worked(Instance instance) throws Exception {
    double before = instance.child().cpuSeconds();
    double rate = rate(profile.jobs(), () -> done(instance), this::fillJobs);
    double cpu = instance.child().cpuSeconds() - before;
    return new Pairs.Side(rate, cpu * 1e6 / profile.jobs());
  }

  private static double done(Instance instance) throws Exception {
    return instance.metric("jobs_total", "result=\"completed\"");
  }

  private Pairs.Side referred() throws Exception {
    rig.postgres().script("fill-jobs.sql", "kind=load", "jobs=" + profile.jobs());
    int rounds = Math.max(1, profile.jobs() / BATCH / 2);
    double rounded =
        PgBench.run(rig.postgres(), "jobs.sql", "-c", "2", "-j", "1", "-t", rounds + "");
    rig.postgres().query("TRUNCATE job");
    return new Pairs.Side(rounded * BATCH, 0);
  }

  private interface Fill {
    void fill(int count) throws Exception;
  }

  /** Between the first and the last tenth: when somebody looks first is a matter of chance. */
  private static double rate(int count, Count counter, Fill filling) throws Exception {
    double before = counter.now();
    filling.fill(count);
    var meter = new Meter(counter, before);
    Until.that("the first tenth", PATIENCE, 100, () -> meter.reached(count * 0.1));
    double first = meter.done;
    long begun = meter.nanos;
    Until.that("the last tenth", PATIENCE, 100, () -> meter.reached(count * 0.9));
    double rate = (meter.done - first) / ((meter.nanos - begun) / 1e9);
    Until.that("the end", PATIENCE, 50, () -> meter.reached(count));
    return rate;
  }

  private static final class Meter {
    private final Count counter;
    private final double before;
    private double done;
    private long nanos;

    Meter(Count counter, double before) {
      this.counter = counter;
      this.before = before;
    }

    boolean reached(double goal) throws Exception {
      done = counter.now() - before;
      nanos = System.nanoTime();
      return done >= goal;
    }
  }
}
