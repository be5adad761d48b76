package systems.voltaic.magnetiq.settings;

import io.vertx.core.Future;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Finder;
import systems.voltaic.magnetiq.access.Found;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.http.Messages;

/** Finds settings by the words of their keys and of what they are called in either language. */
public final class SettingFinder implements Finder {

  private final Messages messages = new Messages();

  @Override
  public Future<List<Found>> find(Caller caller, String q) {
    return Future.succeededFuture(
        caller.may("settings:read") ? named(caller.language(), q) : List.of());
  }

  private List<Found> named(Language language, String q) {
    String[] words = q.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
    return Catalogue.all().stream()
        .filter(definition -> fits(everyName(definition.key()), words))
        .limit(MOST)
        .map(definition -> found(definition, language))
        .toList();
  }

  private String everyName(String key) {
    return key + " " + name(key, Language.EN) + " " + name(key, Language.DE);
  }

  private String name(String key, Language language) {
    return messages.find(language, "setting." + key).orElse(key);
  }

  private static boolean fits(String names, String... words) {
    String lower = names.toLowerCase(Locale.ROOT);
    return words.length > 0
        && Arrays.stream(words).anyMatch(word -> !word.isEmpty())
        && Arrays.stream(words).allMatch(lower::contains);
  }

  private Found found(Definition definition, Language language) {
    String key = definition.key();
    return new Found("setting", key, name(key, language), key, "/admin/settings#" + key);
  }
}
