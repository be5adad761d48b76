package systems.voltaic.magnetiq.people.login;

import java.net.IDN;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import systems.voltaic.magnetiq.fault.Fault;

/**
 * Where somebody is written to.
 *
 * @param text as it was typed, without what surrounds it
 * @param key the same for every way of typing it; what people are told apart by
 */
public record EmailAddress(String text, String key) {

  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL = 64;
  private static final Pattern FORM =
      Pattern.compile(
          "[a-z0-9_+=~#$*&'/^?-]++(\\.[a-z0-9_+=~#$*&'/^?-]++)*+"
              + "@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");

  /** For who is to be written to: refuses what no mail server would take. */
  public static EmailAddress of(String typed) {
    String text = typed.strip();
    String key = key(text);
    boolean possible =
        text.length() <= LONGEST
            && key.length() <= LONGEST
            && key.indexOf('@') <= LONGEST_LOCAL
            && FORM.matcher(key).matches();
    if (!possible) {
      throw Fault.invalid(
          "invalid",
          "this is not an e-mail address such as ada@example.com",
          List.of(new Fault.Detail("/email", "format", "must be an e-mail address")));
    }
    return new EmailAddress(text, key);
  }

  /** The same for every way of typing it; anything at all has one. */
  public static String key(String typed) {
    String text =
        Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    int at = text.lastIndexOf('@');
    return at < 0 ? text : text.substring(0, at + 1) + domain(text.substring(at + 1));
  }

  private static String domain(String typed) {
    try {
      return IDN.toASCII(typed, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException notADomain) {
      return typed;
    }
  }
}
