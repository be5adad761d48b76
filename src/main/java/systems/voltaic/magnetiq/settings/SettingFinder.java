package systems.voltaic.magnetiq.settings;

import io.vertx.core.Future;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Finder;
import systems.voltaic.magnetiq.access.Found;

/** Finds settings by the words of their keys. */
public final class SettingFinder implements Finder {

  @Override
  public Future<List<Found>> find(Caller caller, String q) {
    return Future.succeededFuture(caller.may("settings:read") ? named(q) : List.of());
  }

  private static List<Found> named(String q) {
    String[] words = q.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
    return Catalogue.all().stream()
        .filter(definition -> fits(definition.key(), words))
        .limit(MOST)
        .map(SettingFinder::found)
        .toList();
  }

  private static boolean fits(String key, String... words) {
    String lower = key.toLowerCase(Locale.ROOT);
    return words.length > 0
        && Arrays.stream(words).anyMatch(word -> !word.isEmpty())
        && Arrays.stream(words).allMatch(lower::contains);
  }

  private static Found found(Definition definition) {
    String key = definition.key();
    return new Found("setting", key, key, definition.group(), "/admin/settings?key=" + key);
  }
}
