package systems.voltaic.magnetiq.people.sso;

import java.util.Optional;

/**
 * Whom a provider vouches for.
 *
 * @param verified whether it made sure that the address is theirs
 * @param strong whether it took more than one proof
 */
record Somebody(String subject, Optional<String> email, boolean verified, boolean strong) {

  Somebody at(String address, boolean isVerified) {
    return new Somebody(subject, Optional.of(address), isVerified, strong);
  }
}
