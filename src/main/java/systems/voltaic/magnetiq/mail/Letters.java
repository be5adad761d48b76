package systems.voltaic.magnetiq.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import systems.voltaic.magnetiq.access.Language;

/** Every letter in every language, read once at the start. */
public final class Letters {

  static final String TEST = "test";

  private static final List<String> NAMES =
      List.of(
          TEST,
          "invite",
          "setup",
          "reset",
          "unlock",
          "email",
          "email-notice",
          "email-changed",
          "password-changed",
          "session-reused",
          "factors-reset",
          "totp-added",
          "totp-removed",
          "passkey-added",
          "passkey-removed",
          "recovery-codes-renewed",
          "recovery-code-used",
          "sso-linked");

  private final Map<String, Map<Language, Letter>> letters = new HashMap<>();

  public Letters() {
    NAMES.forEach(name -> letters.put(name, inAllLanguages(name)));
  }

  Mail.Content write(String name, Language language, Brand brand, Map<String, String> values) {
    Map<String, String> all = new HashMap<>(values);
    all.put("brand", brand.name());
    all.put("url", brand.url());
    Letter letter = letter(name, language).with(all);
    return new Mail.Content(
        letter.subject(), HtmlMail.write(letter, brand, language), TextMail.write(letter, brand));
  }

  Letter letter(String name, Language language) {
    return letters.get(name).get(language);
  }

  private static Map<Language, Letter> inAllLanguages(String name) {
    Map<Language, Letter> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      all.put(language, read(name + "." + language.name().toLowerCase(Locale.ROOT) + ".txt"));
    }
    return all;
  }

  private static Letter read(String file) {
    try (InputStream in = Letters.class.getResourceAsStream("/mail/" + file)) {
      return Letter.parse(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read mail/" + file, e);
    }
  }
}
