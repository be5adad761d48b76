package systems.voltaic.magnetiq.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The languages the product speaks. */
public enum Language {
  @JsonProperty("en")
  EN(Locale.ENGLISH),
  @JsonProperty("de")
  DE(Locale.GERMAN);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  public Locale locale() {
    return locale;
  }

  /** As in addresses and tables: en, de. */
  public String tag() {
    return locale.getLanguage();
  }

  public static Language of(String tag) {
    return tag.equals("de") ? DE : EN;
  }

  /** The first language of an Accept-Language header that we speak; English otherwise. */
  public static Language preferred(String header) {
    if (header == null || header.length() > 200) {
      return EN;
    }
    for (String range : header.split(",", 10)) {
      String tag = range.strip().toLowerCase(Locale.ROOT);
      if (tag.startsWith("de")) {
        return DE;
      }
      if (tag.startsWith("en")) {
        return EN;
      }
    }
    return EN;
  }
}
