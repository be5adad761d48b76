package systems.voltaic.magnetiq.people.factor;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A key pair on a device of the person, which never tells its private half.
 *
 * @param backedUp whether its maker keeps a copy, so that losing the device does not lose it
 */
@SuppressWarnings("ArrayRecordComponent")
public record Passkey(
    UUID id, String name, Instant createdAt, Instant lastUsedAt, boolean backedUp) {

  /**
   * What is needed to believe it.
   *
   * @param publicKey in COSE's binary form
   * @param movable whether copies may exist; that never changes
   */
  record Credential(
      UUID id,
      UUID person,
      Buffer credentialId,
      Buffer publicKey,
      long counter,
      List<String> transports,
      boolean movable) {}
}
