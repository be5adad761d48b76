package systems.voltaic.magnetiq.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a value must be like; a broken rule answers with a sentence that says what to do. */
sealed interface Rule {

  Optional<Breach> check(JsonNode value);

  record Text(int longest, Pattern form, Breach formBroken) implements Rule {

    static final Pattern LINE = Pattern.compile("\\P{Cntrl}*");

    static Text upTo(int longest) {
      return new Text(longest, LINE, new Breach("setting-line", "must be text on one line"));
    }

    @Override
    public Optional<Breach> check(JsonNode value) {
      if (!value.isTextual()) {
        return Optional.of(new Breach("setting-text", "must be text"));
      }
      String text = value.textValue();
      if (text.isBlank() || text.length() > longest) {
        String sentence = "must have from 1 to " + longest + " characters";
        return Optional.of(new Breach("setting-length:1.." + longest, sentence));
      }
      return form.matcher(text).matches() ? Optional.empty() : Optional.of(formBroken);
    }
  }

  record Flag() implements Rule {
    @Override
    public Optional<Breach> check(JsonNode value) {
      return value.isBoolean()
          ? Optional.empty()
          : Optional.of(new Breach("setting-flag", "must be true or false"));
    }
  }

  record Whole(int least, int most) implements Rule {
    @Override
    public Optional<Breach> check(JsonNode value) {
      boolean fits =
          value.isIntegralNumber()
              && value.canConvertToInt()
              && value.intValue() >= least
              && value.intValue() <= most;
      return fits ? Optional.empty() : Optional.of(broken());
    }

    private Breach broken() {
      String sentence = "must be a whole number from " + least + " to " + most;
      return new Breach("setting-whole:" + least + ".." + most, sentence);
    }
  }

  /** A text in English, and in German where somebody translated it. */
  record Localized(int longest) implements Rule {

    private static final List<String> LANGUAGES = List.of("en", "de");

    @Override
    public Optional<Breach> check(JsonNode value) {
      if (!value.isObject() || !value.has("en")) {
        String sentence = "must be an object with \"en\" and, if translated, \"de\"";
        return Optional.of(new Breach("setting-languages", sentence));
      }
      return Stream.concat(unknown(value), faults(value)).findFirst();
    }

    private static Stream<Breach> unknown(JsonNode value) {
      return value.properties().stream()
          .map(Map.Entry::getKey)
          .filter(key -> !LANGUAGES.contains(key))
          .map(key -> new Breach("setting-language", "has a language other than en and de"));
    }

    private Stream<Breach> faults(JsonNode value) {
      Rule text = Text.upTo(longest);
      return value.properties().stream()
          .flatMap(e -> text.check(e.getValue()).map(f -> f.in(e.getKey())).stream());
    }
  }
}
