package systems.voltaic.magnetiq.loadtest;

import java.util.ArrayList;
import java.util.List;

/** How long another instance shows the past after a write was answered. */
final class Freshness {

  private static final String SETTING = "/api/v1/settings/company.contactEmail";
  private static final long PATIENCE = 20_000_000_000L;

  private final Rig rig;
  private final Profile profile;

  Freshness(Rig rig, Profile profile) {
    this.rig = rig;
    this.profile = profile;
  }

  Figure p13() throws Exception {
    var instances = rig.instances(2);
    var all = new ArrayList<Double>();
    for (int i = 0; i < profile.changes(); i++) {
      all.add(millis(instances.get(0), instances.get(1), "contact" + i + "@example.com"));
    }
    all.sort(null);
    double p99 = all.get((int) Math.ceil(all.size() * 0.99) - 1);
    return Figure.most("P13", "write on A → fresh on B, p99", " ms", 1000, 50, List.of(p99))
        .with("median", "%.1f ms", Figure.median(all))
        .with("worst", "%.1f ms", all.get(all.size() - 1))
        .with("changes", all.size() + "");
  }

  private static double millis(Instance writer, Instance reader, String value) throws Exception {
    Http.get(reader.url("/api/v1/site"));
    String tag = Http.get(writer.url(SETTING)).headers().firstValue("etag").orElseThrow();
    var written = Http.put(writer.url(SETTING), tag, "{\"value\":\"" + value + "\"}");
    long begun = System.nanoTime();
    if (written.statusCode() != 200) {
      throw new Unusable("the setting cannot be changed: " + written.body());
    }
    while (!Http.get(reader.url("/api/v1/site")).body().contains(value)) {
      if (System.nanoTime() - begun > PATIENCE) {
        throw new Unusable("the other instance never showed the change");
      }
    }
    return (System.nanoTime() - begun) / 1e6;
  }
}
