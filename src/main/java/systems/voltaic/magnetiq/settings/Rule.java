package systems.voltaic.magnetiq.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a value must be like; a broken rule answers with a sentence that says what to do. */
sealed interface Rule {

  Optional<String> check(JsonNode value);

  record Text(int longest, Pattern form, String hint) implements Rule {

    static final Pattern LINE = Pattern.compile("\\P{Cntrl}*");

    static Text upTo(int longest) {
      return new Text(longest, LINE, "text on one line");
    }

    @Override
    public Optional<String> check(JsonNode value) {
      if (!value.isTextual()) {
        return Optional.of("must be text");
      }
      String text = value.textValue();
      if (text.isBlank() || text.length() > longest) {
        return Optional.of("must have from 1 to " + longest + " characters");
      }
      return form.matcher(text).matches() ? Optional.empty() : Optional.of("must be " + hint);
    }
  }

  record Flag() implements Rule {
    @Override
    public Optional<String> check(JsonNode value) {
      return value.isBoolean() ? Optional.empty() : Optional.of("must be true or false");
    }
  }

  record Whole(int least, int most) implements Rule {
    @Override
    public Optional<String> check(JsonNode value) {
      boolean fits =
          value.isIntegralNumber()
              && value.canConvertToInt()
              && value.intValue() >= least
              && value.intValue() <= most;
      return fits
          ? Optional.empty()
          : Optional.of("must be a whole number from " + least + " to " + most);
    }
  }

  /** A text in English, and in German where somebody translated it. */
  record Localized(int longest) implements Rule {

    private static final List<String> LANGUAGES = List.of("en", "de");

    @Override
    public Optional<String> check(JsonNode value) {
      if (!value.isObject() || !value.has("en")) {
        return Optional.of("must be an object with \"en\" and, if translated, \"de\"");
      }
      return Stream.concat(unknown(value), faults(value)).findFirst();
    }

    private static Stream<String> unknown(JsonNode value) {
      return value.properties().stream()
          .map(Map.Entry::getKey)
          .filter(key -> !LANGUAGES.contains(key))
          .map(key -> "has \"" + key + "\", but only en and de are spoken");
    }

    private Stream<String> faults(JsonNode value) {
      Rule text = Text.upTo(longest);
      return value.properties().stream()
          .flatMap(e -> text.check(e.getValue()).map(f -> e.getKey() + " " + f).stream());
    }
  }
}
