package systems.voltaic.magnetiq.loadtest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;

/** A server is gone for three seconds while requests keep coming. */
final class Restarts {

  private static final int AWAY_SECONDS = 3;
  private static final int BEFORE_SECONDS = 3;

  private interface Step {
    void go() throws Exception;
  }

  private final Rig rig;
  private final Profile profile;

  Restarts(Rig rig, Profile profile) {
    this.rig = rig;
    this.profile = profile;
  }

  Figure postgres() throws Exception {
    return figure(
        "P17p", "Postgres back → full goodput", rig.postgres()::stop, rig.postgres()::start);
  }

  Figure redis() throws Exception {
    return figure("P17r", "Redis back → full goodput", rig.redis()::close, rig.redis()::start);
  }

  private Figure figure(String id, String what, Step stop, Step start) throws Exception {
    Instance instance = rig.instance();
    String webhook = rig.webhook();
    rig.only(1);
    var seconds = new ArrayList<Double>();
    var away = new ArrayList<Double>();
    for (int i = 0; i < Math.min(3, profile.pairs()); i++) {
      try (var goodput = new Goodput(rig.vertx(), instance.port(), webhook)) {
        TimeUnit.SECONDS.sleep(BEFORE_SECONDS);
        refuseBad(goodput);
        stop.go();
        long gone = System.nanoTime();
        TimeUnit.SECONDS.sleep(AWAY_SECONDS);
        start.go();
        long back = System.nanoTime();
        Until.that("goodput", Duration.ofMinutes(1), 50, () -> goodput.recovered(back) >= 0);
        seconds.add(goodput.recovered(back));
        away.add(goodput.share(gone, back));
      }
    }
    return Figure.most(id, what, " s", 10, 2, seconds)
        .with("answered well meanwhile", "%.0f %%", 100 * Figure.median(away));
  }

  private static void refuseBad(Goodput goodput) {
    long now = System.nanoTime();
    double share = goodput.share(now - 2_000_000_000L, now - 1_000_000_000L);
    if (share < 0.95) {
      throw new Unusable("only " + (int) (share * 100) + " % answered before anything was stopped");
    }
  }
}
