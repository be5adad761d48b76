package systems.voltaic.magnetiq.settings;

import io.vertx.core.Future;
import java.util.List;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Api;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.http.Routes;

/** Settings over HTTP. */
public final class SettingRoutes implements Routes {

  private record Items(List<Setting> items) {}

  private final Settings settings;

  public SettingRoutes(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void mount(Api api) {
    api.on("listSettings", this::list)
        .on("getSetting", this::get)
        .on("changeSetting", this::change)
        .on("resetSetting", this::reset);
  }

  private Future<Answer> list(Call call) {
    return settings.all(call.caller()).map(all -> Answer.ok(new Items(all)));
  }

  private Future<Answer> get(Call call) {
    return settings.byKey(call.caller(), call.path("key")).map(SettingRoutes::answer);
  }

  private Future<Answer> change(Call call) {
    var change = call.body(Setting.Change.class);
    return settings
        .change(call.caller(), call.path("key"), change.value(), call.ifMatch().orElseThrow())
        .map(SettingRoutes::answer);
  }

  private Future<Answer> reset(Call call) {
    return settings
        .reset(call.caller(), call.path("key"), call.ifMatch().orElseThrow())
        .map(SettingRoutes::answer);
  }

  private static Answer answer(Setting setting) {
    return Answer.ok(setting).version(setting.version());
  }
}
