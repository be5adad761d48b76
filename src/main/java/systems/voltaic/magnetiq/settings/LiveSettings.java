package systems.voltaic.magnetiq.settings;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.bus.Topics;
import systems.voltaic.magnetiq.db.Db;

/**
 * The settings as they are now, in memory. A message makes a change seen at once; looking at the
 * version twice a second makes it seen even when no message arrives.
 */
public final class LiveSettings {

  private static final Logger LOG = LoggerFactory.getLogger(LiveSettings.class);
  private static final Caller CALLER = Caller.system("settings");
  private static final long PERIOD = 500;

  private record Snapshot(long version, Map<String, JsonNode> values) {}

  private final Vertx vertx;
  private final Db db;
  private final Settings settings;
  private final SettingSql sql = new SettingSql();
  private final AtomicReference<Snapshot> now = new AtomicReference<>();

  /** What is set by default and by configuration, until the first look at the database. */
  public LiveSettings(Vertx vertx, Db db, Settings settings) {
    this.vertx = vertx;
    this.db = db;
    this.settings = settings;
    this.now.set(new Snapshot(-1, values(settings.defaults())));
  }

  /** Reads once, then keeps looking; a database that is away is asked again. */
  public Future<Void> start() {
    return look().otherwiseEmpty().onComplete(done -> vertx.setPeriodic(PERIOD, id -> look()));
  }

  /** Looks now: somebody says there is news. */
  public Future<Void> look() {
    return sql.version(db.primary(CALLER))
        .compose(version -> version == now.get().version() ? none() : load(version))
        .onFailure(t -> LOG.debug("settings could not be read", t));
  }

  public String text(String key) {
    return value(key).textValue();
  }

  public int number(String key) {
    return value(key).intValue();
  }

  public boolean flag(String key) {
    return value(key).booleanValue();
  }

  /** English where there is no translation. */
  public String text(String key, Language language) {
    JsonNode texts = value(key);
    String tag = language.locale().getLanguage();
    return texts.has(tag) ? texts.get(tag).textValue() : texts.get("en").textValue();
  }

  public long version() {
    return now.get().version();
  }

  private JsonNode value(String key) {
    JsonNode value = now.get().values().get(key);
    if (value == null) {
      throw new IllegalArgumentException("there is no setting " + key);
    }
    return value;
  }

  private Future<Void> load(long version) {
    return settings.current(CALLER).onSuccess(all -> take(version, all)).mapEmpty();
  }

  private void take(long version, List<Setting> all) {
    var fresh = new Snapshot(version, values(all));
    var before = now.getAndUpdate(old -> old.version() < version ? fresh : old);
    if (before.version() < version) {
      Topics.SETTINGS_CHANGED.publish(vertx, new Topics.SettingsChanged(version));
    }
  }

  private static Map<String, JsonNode> values(List<Setting> all) {
    return all.stream().collect(Collectors.toUnmodifiableMap(Setting::key, Setting::value));
  }

  private static Future<Void> none() {
    return Future.succeededFuture();
  }
}
