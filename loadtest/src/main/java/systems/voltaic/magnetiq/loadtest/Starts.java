package systems.voltaic.magnetiq.loadtest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How soon an instance is ready, and how much memory it keeps. */
final class Starts {

  private final Rig rig;
  private final Profile profile;

  Starts(Rig rig, Profile profile) {
    this.rig = rig;
    this.profile = profile;
  }

  /** As the image starts: with what one earlier start left behind; beside it, without. */
  Figure ready() throws Exception {
    rig.instance();
    rig.only(0);
    Path cache = rig.folder().resolve("instance.aot");
    try (var instance = Instance.start(rig, "training", "-XX:AOTCacheOutput=" + cache)) {
      instance.ready();
    }
    String how = Files.exists(cache) ? "with the image's class cache" : "no cache: needs JDK 25";
    var shipped = new ArrayList<Double>();
    var plain = new ArrayList<Double>();
    for (int i = 0; i < profile.starts(); i++) {
      shipped.add(seconds("shipped-" + i, "-XX:AOTCache=" + cache));
      plain.add(seconds("plain-" + i));
    }
    return Figure.most("P18", "start → ready, migrated Postgres, " + how, " s", 2, 1, shipped)
        .with("without the cache", "%.2f s", Figure.median(plain));
  }

  private double seconds(String name, String... options) throws Exception {
    long begun = System.nanoTime();
    try (var instance = Instance.start(rig, name, options)) {
      instance.ready();
      return (System.nanoTime() - begun) / 1e9;
    }
  }

  Figure memory() throws Exception {
    Instance instance = rig.instance();
    rig.only(1);
    Wrk.run(instance.url("/api/v1/webhooks/" + rig.webhook()), profile.warmSeconds());
    Wrk.run(instance.url("/api/v1/site"), profile.warmSeconds());
    double loaded = instance.child().rssMegabytes();
    TimeUnit.SECONDS.sleep(profile.idleSeconds());
    double rss = instance.child().rssMegabytes();
    return Figure.most("P18m", "memory of an instance after load", " MB", 400, 280, List.of(rss))
        .with("right after the load", "%.0f MB", loaded)
        .with("idle", profile.idleSeconds() + " s");
  }
}
