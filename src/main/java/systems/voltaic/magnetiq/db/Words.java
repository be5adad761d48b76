package systems.voltaic.magnetiq.db;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What somebody typed, as a search by the beginnings of words. */
public final class Words {

  private static final int MOST = 8;

  /** A tsquery in which every word must be there, with its last letters missing if need be. */
  public static String beginnings(String typed) {
    return Arrays.stream(typed.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .limit(MOST)
        .map(word -> "'" + word + "':*")
        .collect(Collectors.joining(" & "));
  }

  private Words() {}
}
