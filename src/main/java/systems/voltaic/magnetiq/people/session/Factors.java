package systems.voltaic.magnetiq.people.session;

import java.util.Collections;
import java.util.Set;

/** The ways to prove who one is, as sessions name them. */
public final class Factors {

  public static final String PASSWORD = "password";
  public static final String TOTP = "totp";
  public static final String RECOVERY_CODE = "recoveryCode";
  public static final String PASSKEY = "passkey";

  /** A provider proved it, with no more than a password as far as we know. */
  public static final String SSO = "sso";

  /** The provider says that it took more than one proof there. */
  public static final String SSO_FACTORS = "ssoFactors";

  private static final Set<String> SECOND = Set.of(TOTP, RECOVERY_CODE, PASSKEY, SSO_FACTORS);

  /** Whether they prove more than that somebody knows a password. */
  public static boolean hasSecond(Set<String> methods) {
    return !Collections.disjoint(methods, SECOND);
  }

  private Factors() {}
}
