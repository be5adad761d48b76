package systems.voltaic.magnetiq.loadtest;

import java.time.Duration;
import java.util.ArrayList;
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

  /**
   * From the first tenth until shortly before the end: when somebody looks first is a matter of
   * chance. A count is from just now only when it changed, for an instance keeps its figures for a
   * second.
   */
  private static double rate(int count, Count counter, Fill filling) throws Exception {
    double before = counter.now();
    filling.fill(count);
    var seen = new ArrayList<Seen>(List.of(new Seen(0, System.nanoTime())));
    Until.that("the end", PATIENCE, 10, () -> look(counter, before, seen) >= count);
    var underWay = seen.stream().filter(s -> s.done() >= count * 0.1 && s.done() < count).toList();
    if (underWay.size() < 2) {
      throw new Unusable(count + " are too few to tell a rate: they were gone at once");
    }
    return underWay.get(0).rateUntil(underWay.get(underWay.size() - 1));
  }

  private static double look(Count counter, double before, List<Seen> seen) throws Exception {
    double done = counter.now() - before;
    if (done > seen.get(seen.size() - 1).done()) {
      seen.add(new Seen(done, System.nanoTime()));
    }
    return done;
  }

  private record Seen(double done, long nanos) {
    double rateUntil(Seen later) {
      return (later.done - done) / ((later.nanos - nanos) / 1e9);
    }
  }
}
