package systems.voltaic.magnetiq.people.login;

import java.util.regex.Pattern;
import systems.voltaic.magnetiq.fault.Fault;

/** How somebody wants to be called. */
public final class PersonName {

  private static final Pattern HIDDEN =
      Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\u2028\\u2029]");

  /** Without what surrounds it; refuses what cannot be seen. */
  public static String of(String typed) {
    String name = typed.strip();
    if (name.isEmpty() || HIDDEN.matcher(name).find()) {
      String sentence = "must be a name, without characters that cannot be seen";
      throw Fault.rule(
          "person-rules", "something does not fit", new Fault.Detail("/name", "name", sentence));
    }
    return name;
  }

  private PersonName() {}
}
