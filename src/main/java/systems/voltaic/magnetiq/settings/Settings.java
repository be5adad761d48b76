package systems.voltaic.magnetiq.settings;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.json.Json;
import systems.voltaic.magnetiq.settings.Setting.Stored;

/** What the program can do with settings. */
public final class Settings {

  /** What else must happen because a setting changed: committed with it, or not at all. */
  @FunctionalInterface
  public interface Consequence {
    Future<?> of(Tx tx, Setting before, Setting after);
  }

  private final Db db;
  private final Map<String, JsonNode> locked;
  private final Consequence consequence;
  private final Runnable changed;
  private final SettingSql sql = new SettingSql();

  /**
   * @param locked what the configuration decided, by setting key
   * @param changed told after a commit, so that every instance looks at once
   */
  public Settings(Db db, Map<String, JsonNode> locked, Consequence consequence, Runnable changed) {
    this.db = db;
    this.locked = Map.copyOf(locked);
    this.consequence = consequence;
    this.changed = changed;
  }

  /** The configuration names that can lock a setting, each with its key. */
  public static Map<String, String> lockable() {
    return Catalogue.all().stream()
        .filter(d -> d.environment().isPresent())
        .collect(Collectors.toMap(d -> d.environment().orElseThrow(), Definition::key));
  }

  /** A text of the configuration as the value of a setting. */
  public static JsonNode parse(String key, String text) {
    Rule rule = Catalogue.get(key).rule();
    JsonNode value = rule instanceof Rule.Text ? Json.tree(text) : Json.parse(text);
    var fault = rule.check(value);
    if (fault.isPresent()) {
      throw new IllegalArgumentException(fault.get().sentence());
    }
    return value;
  }

  public Future<List<Setting>> all(Caller caller) {
    return sql.all(db.reads(caller)).map(this::withDefaults);
  }

  public Future<Setting> byKey(Caller caller, String key) {
    Definition definition = Catalogue.get(key);
    return current(db.reads(caller), definition);
  }

  /** What holds while the database cannot be asked. */
  List<Setting> defaults() {
    return withDefaults(List.of());
  }

  /** Never from a replica: it may be behind the version that was just seen. */
  Future<List<Setting>> current(Caller caller) {
    return sql.all(db.primary(caller)).map(this::withDefaults);
  }

  Future<Setting> change(Caller caller, String key, JsonNode value, long seen) {
    Definition definition = Catalogue.get(key);
    refuseLocked(definition);
    definition.rule().check(value).ifPresent(Settings::refuseValue);
    return db.transaction(caller, tx -> change(tx, definition, value, seen));
  }

  /** Back to the default. */
  Future<Setting> reset(Caller caller, String key, long seen) {
    Definition definition = Catalogue.get(key);
    refuseLocked(definition);
    return db.transaction(caller, tx -> reset(tx, definition, seen));
  }

  private Future<Setting> change(Tx tx, Definition definition, JsonNode value, long seen) {
    return sql.nextVersion(tx)
        .compose(
            version ->
                unchangedSince(tx, definition, seen)
                    .compose(
                        before ->
                            sql.put(tx, definition.key(), value.toString(), version)
                                .map(row -> Setting.stored(definition, row))
                                .compose(after -> conclude(tx, before, after))));
  }

  private Future<Setting> reset(Tx tx, Definition definition, long seen) {
    return sql.nextVersion(tx)
        .compose(version -> unchangedSince(tx, definition, seen))
        .compose(
            before ->
                sql.delete(tx, definition.key())
                    .compose(gone -> conclude(tx, before, Setting.fallback(definition))));
  }

  private Future<Setting> unchangedSince(Tx tx, Definition definition, long seen) {
    return current(tx, definition).map(now -> requireVersion(now, seen));
  }

  private static Setting requireVersion(Setting now, long seen) {
    if (now.version() != seen) {
      throw Fault.stale(seen, now.version());
    }
    return now;
  }

  private Future<Setting> conclude(Tx tx, Setting before, Setting after) {
    tx.afterCommit(changed);
    return consequence.of(tx, before, after).map(after);
  }

  private Future<Setting> current(Session session, Definition definition) {
    return sql.byKey(session, definition.key()).map(row -> merged(definition, row));
  }

  private List<Setting> withDefaults(List<Stored> rows) {
    Map<String, Stored> stored =
        rows.stream().collect(Collectors.toMap(Stored::key, Function.identity()));
    return Catalogue.all().stream()
        .map(d -> merged(d, Optional.ofNullable(stored.get(d.key()))))
        .toList();
  }

  private Setting merged(Definition definition, Optional<Stored> row) {
    Setting setting =
        row.map(r -> Setting.stored(definition, r)).orElseGet(() -> Setting.fallback(definition));
    JsonNode decided = locked.get(definition.key());
    return decided == null ? setting : setting.locked(decided);
  }

  private void refuseLocked(Definition definition) {
    if (locked.containsKey(definition.key())) {
      String name = definition.environment().orElseThrow();
      throw Fault.of(
          Fault.Kind.LOCKED, "locked", "the configuration decides this: change " + name + " there");
    }
  }

  private static void refuseValue(Breach breach) {
    var detail = new Fault.Detail("/value", breach.code(), breach.sentence());
    throw Fault.rule("value", "the value " + breach.sentence(), detail);
  }
}
