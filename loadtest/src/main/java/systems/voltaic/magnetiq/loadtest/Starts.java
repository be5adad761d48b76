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

  Figure plain() throws Exception {
    return ready("P18", "start → ready, migrated Postgres");
  }

  /** As the image starts: with what one earlier start left behind. */
  Figure trained() throws Exception {
    Path cache = rig.folder().resolve("instance.aot");
    try (var instance = Instance.start(rig, "training", "-XX:AOTCacheOutput=" + cache)) {
      instance.ready();
    }
    String how = Files.exists(cache) ? "with an AOT cache" : "no AOT cache: needs JDK 25";
    return ready("P18a", "start → ready, " + how, "-XX:AOTCache=" + cache);
  }

  private Figure ready(String id, String what, String... options) throws Exception {
    rig.instance();
    rig.only(0);
    var seconds = new ArrayList<Double>();
    var cpu = new ArrayList<Double>();
    for (int i = 0; i < profile.starts(); i++) {
      long begun = System.nanoTime();
      try (var instance = Instance.start(rig, "start-" + i, options)) {
        instance.ready();
        seconds.add((System.nanoTime() - begun) / 1e9);
        cpu.add(instance.child().cpuSeconds());
      }
    }
    return Figure.most(id, what, " s", 2, 1, seconds)
        .with("processor time", "%.1f s", Figure.median(cpu));
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
