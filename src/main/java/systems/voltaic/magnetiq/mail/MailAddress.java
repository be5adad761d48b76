package systems.voltaic.magnetiq.mail;

import java.net.IDN;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses as SMTP carries them everywhere: ASCII, one mailbox, nothing else. */
final class MailAddress {

  private static final Pattern FORM =
      Pattern.compile(
          "[A-Za-z0-9_+=~#$*&'/^?-]+(\\.[A-Za-z0-9_+=~#$*&'/^?-]+)*"
              + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]");
  private static final Pattern WITHIN =
      Pattern.compile("[^\\s@<>\"'(),;:]{1,64}@[^\\s@<>\"'(),;:]{1,255}");
  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL = 64;

  static boolean isValid(String address) {
    return address.length() <= LONGEST
        && address.indexOf('@') <= LONGEST_LOCAL
        && FORM.matcher(address).matches();
  }

  /** The address with its domain in the form that name servers know. */
  static String of(String typed) {
    int at = typed.lastIndexOf('@');
    String address = at < 0 ? typed : typed.substring(0, at + 1) + ascii(typed.substring(at + 1));
    if (!isValid(address)) {
      throw HeaderText.refused("the recipient is not a mail address such as ada@example.com");
    }
    return address;
  }

  /** Enough to recognise, too little to write to. */
  static String masked(String address) {
    int at = address.indexOf('@');
    return address.substring(0, Math.min(1, at)) + "***" + address.substring(at);
  }

  /** The same for every address within these words. */
  static String maskedIn(String words) {
    return WITHIN
        .matcher(words)
        .replaceAll(found -> Matcher.quoteReplacement(masked(found.group())));
  }

  private static String ascii(String domain) {
    try {
      return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private MailAddress() {}
}
