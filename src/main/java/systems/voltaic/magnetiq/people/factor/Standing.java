package systems.voltaic.magnetiq.people.factor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which second factors somebody has.
 *
 * @param required whether a role of the person asks for one
 * @param totpSince when the phone was confirmed; empty without one
 */
public record Standing(
    boolean required, Optional<Instant> totpSince, int passkeys, int recoveryCodes) {

  public boolean enrolled() {
    return count() > 0;
  }

  int count() {
    return passkeys + (totpSince.isPresent() ? 1 : 0);
  }

  /** Whether the next step is to enrol one. */
  public boolean lacking() {
    return required && !enrolled();
  }

  /** What the person can answer with; a recovery code stands in for a factor, it is none. */
  public List<Kind> kinds() {
    var kinds = new ArrayList<Kind>();
    totpSince.ifPresent(since -> kinds.add(Kind.TOTP));
    if (passkeys > 0) {
      kinds.add(Kind.PASSKEY);
    }
    if (recoveryCodes > 0 && enrolled()) {
      kinds.add(Kind.RECOVERY_CODE);
    }
    return kinds;
  }
}
