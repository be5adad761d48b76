package systems.voltaic.magnetiq.cache;

import java.util.ArrayList;
import java.util.List;

/**
 * What an answer is about.
 *
 * @param key its name among all answers
 * @param tags what it is made from: when one of them changes, the answer is made again
 */
public record Subject(String key, List<String> tags) {

  /** A change of this tag concerns every answer. */
  public static final String EVERYTHING = "everything";

  public Subject {
    var all = new ArrayList<>(tags);
    all.add(EVERYTHING);
    tags = List.copyOf(all);
  }

  public static Subject of(String key, String... tags) {
    return new Subject(key, List.of(tags));
  }
}
