package systems.voltaic.magnetiq;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import systems.voltaic.magnetiq.http.Limits;
import systems.voltaic.magnetiq.settings.LiveSettings;

/** How often what may be done, as the settings have it now. */
final class LiveLimits {

  private final LiveSettings live;
  private final AtomicReference<Limits> limits = new AtomicReference<>(Limits.defaults());

  LiveLimits(LiveSettings live) {
    this.live = live;
  }

  Limits now() {
    return limits.get();
  }

  /** The settings changed. */
  void look() {
    limits.set(currentLimits());
  }

  private Limits currentLimits() {
    int burst = live.number("limits.apiBurst");
    int tenSeconds = Math.max(1, live.number("limits.staffPerMinute") / 6);
    return new Limits(
        Map.of(
            "api",
            rule(
                false,
                window("limits.apiPerMinute", Duration.ofMinutes(1), burst),
                window("limits.apiPerHour", Duration.ofHours(1), burst * 25L)),
            "admin",
            rule(false, window("limits.staffPerMinute", Duration.ofMinutes(1), tenSeconds)),
            "login",
            rule(true, window("limits.loginPerMinute", Duration.ofMinutes(1), 5)),
            "refresh",
            rule(false, window("limits.refreshesPerMinute", Duration.ofMinutes(1), 20)),
            "form",
            rule(true, window("limits.formsPerMinute", Duration.ofMinutes(1), 10)),
            "download",
            rule(true, window("limits.downloadsPerFiveMinutes", Duration.ofMinutes(5), 10))));
  }

  private Limits.Window window(String setting, Duration per, long burst) {
    int count = live.number(setting);
    return new Limits.Window(count, per, (int) Math.min(count, burst));
  }

  private static Limits.Rule rule(boolean strict, Limits.Window... windows) {
    return new Limits.Rule(List.of(windows), strict);
  }
}
