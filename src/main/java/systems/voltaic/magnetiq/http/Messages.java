package systems.voltaic.magnetiq.http;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.fault.Fault;

/** The sentences of problems in every language, by code. */
public final class Messages {

  private final Map<Language, Properties> catalogues = new EnumMap<>(Language.class);

  public Messages() {
    for (Language language : Language.values()) {
      catalogues.put(language, load(language.locale().getLanguage()));
    }
  }

  /** What a refusal says, in the language of who is refused. */
  public String sentence(Language language, Fault fault) {
    return language == Language.EN
        ? fault.getMessage()
        : find(language, fault.code() + ".detail").orElseGet(fault::getMessage);
  }

  public Optional<String> find(Language language, String key) {
    return Optional.ofNullable(catalogues.get(language).getProperty(key));
  }

  String say(Language language, String key, Object... values) {
    String pattern = find(language, key).orElse(key);
    return values.length == 0
        ? pattern
        : new MessageFormat(pattern, language.locale()).format(values);
  }

  Set<String> keys(Language language) {
    return catalogues.get(language).stringPropertyNames();
  }

  private static Properties load(String language) {
    var properties = new Properties();
    String name = "/messages/" + language + ".properties";
    try (var in = Messages.class.getResourceAsStream(name)) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
    return properties;
  }
}
