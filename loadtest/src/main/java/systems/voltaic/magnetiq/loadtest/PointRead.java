package systems.voltaic.magnetiq.loadtest;

import java.time.Duration;
import java.util.List;

/** A webhook by its id: one indexed SELECT, nothing cached, the answer of the whole contract. */
final class PointRead {

  private final Rig rig;
  private final Profile profile;

  PointRead(Rig rig, Profile profile) {
    this.rig = rig;
    this.profile = profile;
  }

  private String path() throws Exception {
    return "/api/v1/webhooks/" + rig.webhook();
  }

  /** Against a bare handler. */
  Figure p3() throws Exception {
    int port = Ports.free();
    Instance instance = rig.instance();
    rig.only(1);
    try (Child bare = rig.bareServer(port)) {
      String reference = "http://127.0.0.1:" + port + path();
      Until.that("the bare server", Duration.ofSeconds(20), () -> Http.answers(bare, reference));
      Wrk.run(reference, profile.warmSeconds());
      Wrk.run(instance.url(path()), profile.warmSeconds());
      var pairs =
          Pairs.take(
              profile.pairs(),
              () -> requests(bare, reference),
              () -> requests(instance.child(), instance.url(path())));
      return Pairs.figure("P3", "point read ÷ bare Vert.x handler", 0.75, 0.85, pairs);
    }
  }

  /** Against the database's own benchmark. */
  Figure p4() throws Exception {
    Instance instance = rig.instance();
    rig.only(1);
    Wrk.run(instance.url(path()), profile.warmSeconds());
    var pairs =
        Pairs.take(
            profile.pairs(),
            this::statements,
            () -> requests(instance.child(), instance.url(path())));
    return Pairs.figure("P4", "point read ÷ pgbench -M prepared", 0.60, 0.80, pairs);
  }

  private Pairs.Side requests(Child server, String url) throws Exception {
    double before = server.cpuSeconds();
    var run = Wrk.run(url, profile.seconds());
    double cpu = server.cpuSeconds() - before;
    return new Pairs.Side(run.perSecond(), cpu * 1e6 / run.requests());
  }

  private Pairs.Side statements() throws Exception {
    var options =
        List.of("-c", "16", "-j", "1", "-T", profile.seconds() + "", "-D", "id=" + rig.webhook());
    double rate = PgBench.run(rig.postgres(), "point-read.sql", options.toArray(String[]::new));
    return new Pairs.Side(rate, 0);
  }
}
