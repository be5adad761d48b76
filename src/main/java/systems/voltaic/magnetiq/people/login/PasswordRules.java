package systems.voltaic.magnetiq.people.login;

import java.util.List;
import systems.voltaic.magnetiq.fault.Fault;

/** What a password may be: long, and nothing that is tried first. */
final class PasswordRules {

  static final int SHORTEST = 12;
  static final int LONGEST = 128;

  private final CommonPasswords common;

  PasswordRules(CommonPasswords common) {
    this.common = common;
  }

  /** Throws what is wrong with it; the pointer names the field it was typed in. */
  void require(String pointer, String typed, String email, String name) {
    String password = Passwords.normal(typed);
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      throw refused(pointer, "password-short", "must have 12 characters or more");
    }
    if (length > LONGEST) {
      throw refused(pointer, "password-long", "must have 128 characters at most");
    }
    if (common.isGuessable(password, List.of(email, name))) {
      throw refused(pointer, "password-common", "is one of those that are tried first");
    }
  }

  private static Fault refused(String pointer, String code, String message) {
    return Fault.rule(
        "password-refused",
        "this password is not good enough",
        new Fault.Detail(pointer, code, message));
  }
}
