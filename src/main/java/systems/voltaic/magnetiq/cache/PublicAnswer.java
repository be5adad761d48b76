package systems.voltaic.magnetiq.cache;

import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A public path whose answers are finished once for everybody.
 *
 * @param route such as {@code /api/v1/webinars/{slug}}; its parameters reach the functions in order
 * @param tags what the answer is made from
 * @param takes which values of the parameters are answered here; others are the contract's to judge
 */
public record PublicAnswer(
    String route,
    Policy policy,
    Function<List<String>, List<String>> tags,
    Function<List<String>, Future<Original>> origin,
    Predicate<List<String>> takes) {

  private static final int LONGEST_PARAMETER = 100;

  /** Takes plain words; escapes and oddities are the contract's to judge. */
  public PublicAnswer(
      String route,
      Policy policy,
      Function<List<String>, List<String>> tags,
      Function<List<String>, Future<Original>> origin) {
    this(route, policy, tags, origin, values -> values.stream().allMatch(PublicAnswer::plain));
  }

  private static boolean plain(String segment) {
    return !segment.isEmpty()
        && segment.length() <= LONGEST_PARAMETER
        && segment.chars().allMatch(PublicAnswer::plain);
  }

  private static boolean plain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }
}
