package systems.voltaic.magnetiq;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads names from a map of texts and remembers everything that is wrong with them. */
final class Environment {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  private final Map<String, String> values;
  private final Map<String, String> asked = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();

  Environment(Map<String, String> values) {
    this.values = values;
  }

  String text(String name, String fallback) {
    asked.put(name, fallback);
    return given(name).orElse(fallback);
  }

  Optional<String> optional(String name) {
    asked.put(name, "");
    return given(name);
  }

  /** The value itself, or the content of the file that NAME_FILE leads to. */
  Optional<String> secret(String name) {
    asked.put(name, "");
    Optional<String> file = given(name + "_FILE");
    if (file.isPresent() && given(name).isPresent()) {
      fault("set " + name + " or " + name + "_FILE, not both");
    }
    return file.isPresent() ? content(name + "_FILE", file.get()) : given(name);
  }

  /** The content of the file that the name leads to. */
  Optional<String> file(String name) {
    return optional(name).flatMap(path -> content(name, path));
  }

  boolean flag(String name, boolean fallback) {
    return choice(name, Map.of("true", true, "false", false), Boolean.toString(fallback));
  }

  int number(String name, int fallback, int least, int most) {
    String text = text(name, Integer.toString(fallback));
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
      fault(name + " is " + number + ", but must be from " + least + " to " + most);
    } catch (NumberFormatException e) {
      fault(name + " is \"" + text + "\", which is not a whole number");
    }
    return fallback;
  }

  Duration duration(String name, String fallback) {
    String text = text(name, fallback);
    Matcher matcher = DURATION.matcher(text);
    if (matcher.matches()) {
      return length(matcher);
    }
    fault(name + " is \"" + text + "\": write a number and ms, s, m, h or d, such as " + fallback);
    return Duration.ZERO;
  }

  private static Duration length(Matcher matcher) {
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  <E extends Enum<E>> E choice(String name, Class<E> type, String fallback) {
    Map<String, E> choices =
        Arrays.stream(type.getEnumConstants())
            .collect(
                Collectors.toMap(Environment::spelled, e -> e, (a, b) -> a, LinkedHashMap::new));
    return choice(name, choices, fallback);
  }

  private static String spelled(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private <T> T choice(String name, Map<String, T> choices, String fallback) {
    String text = text(name, fallback);
    T chosen = choices.get(text.toLowerCase(Locale.ROOT));
    if (chosen == null) {
      fault(
          name + " is \"" + text + "\", but must be one of " + String.join(", ", choices.keySet()));
    }
    return chosen == null ? choices.get(fallback) : chosen;
  }

  /** Parts between commas, without the space around them. */
  List<String> list(String name, String fallback) {
    return Arrays.stream(text(name, fallback).split(","))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  Optional<URI> uri(String name, Optional<String> text, String... schemes) {
    return text.flatMap(value -> parse(name, value, schemes));
  }

  /** Says nothing of the value: it may hold a password. */
  private Optional<URI> parse(String name, String value, String... schemes) {
    try {
      URI uri = URI.create(value);
      if (uri.getHost() != null && Arrays.asList(schemes).contains(uri.getScheme())) {
        return Optional.of(uri);
      }
    } catch (IllegalArgumentException e) {
      // Told below, with the same words.
    }
    fault(name + " is not an address of the form " + schemes[0] + "://host:port/…");
    return Optional.empty();
  }

  void fault(String sentence) {
    faults.add(sentence);
  }

  /** Every name that was read, with its default; for the example file and for near misses. */
  Map<String, String> asked() {
    return asked;
  }

  List<String> faults() {
    var all = new ArrayList<>(faults);
    all.addAll(NearMiss.among(values.keySet(), asked.keySet()));
    return all;
  }

  private Optional<String> given(String name) {
    return Optional.ofNullable(values.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private Optional<String> content(String name, String path) {
    try {
      return Optional.of(Files.readString(Path.of(path)).strip());
    } catch (IOException | IllegalArgumentException e) {
      fault(name + " leads to " + path + ", which cannot be read");
      return Optional.empty();
    }
  }
}
