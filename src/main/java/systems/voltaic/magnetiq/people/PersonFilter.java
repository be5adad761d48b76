package systems.voltaic.magnetiq.people;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which people: without a state, all who are not deleted.
 *
 * @param words as a text search query; empty matches nobody
 */
record PersonFilter(Optional<Person.State> state, Optional<OfRole> role, Optional<String> words) {

  /** A role, and whether so few have it that it is quicker to gather them than to look around. */
  record OfRole(UUID id, boolean rare) {}

  static final PersonFilter EVERYBODY =
      new PersonFilter(Optional.empty(), Optional.empty(), Optional.empty());

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final int MOST_WORDS = 8;

  /** Every word that was typed must begin a word of the name or of the address. */
  static String words(String typed) {
    String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return BETWEEN
        .splitAsStream(text)
        .filter(word -> !word.isEmpty())
        .limit(MOST_WORDS)
        .map(word -> "'" + word + "':*")
        .collect(Collectors.joining(" & "));
  }
}
