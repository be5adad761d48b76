package systems.voltaic.magnetiq.people.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Knows what is tried first: passwords that many people have, and whatever falls apart into very
 * few pieces that anybody would guess (words, years, runs of keys, the person's own name).
 */
final class CommonPasswords {

  private static final int FEWEST_PIECES = 4;
  private static final int SHORTEST_PIECE = 3;
  private static final int SHORTEST_REPEATED = 8;
  private static final int LONGEST_PIECE = 40;

  private static final Pattern YEAR =
      Pattern.compile("(1\\d|20)\\d\\d|\\d{1,2}[./-]?\\d{1,2}[./-]?(19|20)\\d\\d");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Set<String> common;
  private final Set<String> words;
  private final KeyRuns runs = new KeyRuns();

  CommonPasswords() {
    common = lines("/passwords/common.txt");
    words = lines("/passwords/words.txt");
  }

  /** The hints are what the person is known by. */
  boolean isGuessable(String password, Collection<String> hints) {
    String lower = password.toLowerCase(Locale.ROOT);
    String once = lower.substring(0, period(lower));
    return common.contains(lower)
        || common.contains(Leet.undone(lower))
        || (once.length() < lower.length() && once.length() < SHORTEST_REPEATED)
        || pieces(once, own(hints)) < FEWEST_PIECES;
  }

  /** Of how many guesses it is made at least: a word is one, and so is a strange character. */
  private int pieces(String text, Set<String> own) {
    int[] fewest = new int[text.length() + 1];
    for (int end = 1; end <= text.length(); end++) {
      fewest[end] = fewest[end - 1] + 1;
      for (int start = Math.max(0, end - LONGEST_PIECE); start < end - 1; start++) {
        if (fewest[start] + 1 < fewest[end] && isOne(text.substring(start, end), own)) {
          fewest[end] = fewest[start] + 1;
        }
      }
    }
    return fewest[text.length()];
  }

  private boolean isOne(String piece, Set<String> own) {
    boolean repeated = period(piece) <= piece.length() / 2 && period(piece) < SHORTEST_PIECE;
    return repeated
        || (piece.length() >= SHORTEST_PIECE
            && (isWord(piece, own)
                || isWord(Leet.undone(piece), own)
                || isYear(piece)
                || runs.isRun(piece)));
  }

  private boolean isWord(String piece, Set<String> own) {
    return words.contains(piece) || own.contains(piece);
  }

  private static boolean isYear(String piece) {
    return YEAR.matcher(piece).matches();
  }

  /** After how many characters it begins again, as "abcabcab" does after three. */
  private static int period(String text) {
    for (int length = 1; length <= text.length() / 2; length++) {
      if (text.startsWith(text.substring(length))) {
        return length;
      }
    }
    return text.length();
  }

  private static Set<String> own(Collection<String> hints) {
    var own = new HashSet<String>();
    for (String hint : hints) {
      String lower = hint.toLowerCase(Locale.ROOT);
      own.add(lower);
      own.add(BETWEEN.matcher(lower).replaceAll(""));
      own.addAll(BETWEEN.splitAsStream(lower).toList());
      own.add(lower.substring(lower.lastIndexOf('@') + 1));
    }
    return own;
  }

  private static Set<String> lines(String name) {
    try (var in =
        new BufferedReader(
            new InputStreamReader(CommonPasswords.class.getResourceAsStream(name), UTF_8))) {
      return in.lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
