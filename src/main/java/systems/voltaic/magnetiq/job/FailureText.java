package systems.voltaic.magnetiq.job;

import java.util.regex.Pattern;
import systems.voltaic.magnetiq.fault.Fault;

/**
 * What of a failure is kept with a job: short, and without what looks like a secret or a person.
 */
final class FailureText {

  private static final int LONGEST = 500;
  private static final int CONSIDERED = 4_000;

  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s@<>\"']{1,64}@[^\\s@<>\"',;]{1,255}");
  private static final Pattern SECRET_PARTS_OF_URL =
      Pattern.compile("(?<=://)[^/\\s]{1,200}@|\\?[^\\s\"']{1,1000}");
  private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9+/_=-]{24,}");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  static String of(Throwable failure) {
    boolean ours = failure instanceof JobFailure || failure instanceof Fault;
    String name = ours ? "" : failure.getClass().getSimpleName() + ": ";
    String message = failure.getMessage() == null ? "no message" : failure.getMessage();
    return cut(masked(CONTROL.matcher(cut(name + message, CONSIDERED)).replaceAll(" ")), LONGEST);
  }

  private static String masked(String text) {
    String urls = SECRET_PARTS_OF_URL.matcher(text).replaceAll("…");
    String people = ADDRESS.matcher(urls).replaceAll("…@…");
    return OPAQUE.matcher(people).replaceAll("…");
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  private FailureText() {}
}
