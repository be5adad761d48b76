package systems.voltaic.magnetiq.people.factor;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** What browsers are asked, in the form that their JSON readers take. */
final class PasskeyOptions {

  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
  private static final List<Integer> ALGORITHMS = List.of(-7, -8, -257);

  private final String site;
  private final Supplier<String> siteName;

  PasskeyOptions(String site, Supplier<String> siteName) {
    this.site = site;
    this.siteName = siteName;
  }

  Map<String, Object> make(Holder holder, String challenge, List<Passkey.Credential> known) {
    return Map.of(
        "rp", Map.of("id", site, "name", siteName.get()),
        "user",
            Map.of(
                "id", TEXT.encodeToString(handle(holder.id())),
                "name", holder.email(),
                "displayName", holder.name()),
        "challenge", challenge,
        "pubKeyCredParams", ALGORITHMS.stream().map(PasskeyOptions::algorithm).toList(),
        "timeout", Challenges.LIFE.toMillis(),
        "excludeCredentials", known.stream().map(PasskeyOptions::credential).toList(),
        "authenticatorSelection",
            Map.of("residentKey", "preferred", "userVerification", "preferred"),
        "attestation", "none");
  }

  /**
   * @param known empty where the passkey itself says who it is, which takes verification
   */
  Map<String, Object> ask(String challenge, List<Passkey.Credential> known) {
    return Map.of(
        "rpId",
        site,
        "challenge",
        challenge,
        "timeout",
        Challenges.LIFE.toMillis(),
        "allowCredentials",
        known.stream().map(PasskeyOptions::credential).toList(),
        "userVerification",
        known.isEmpty() ? "required" : "preferred");
  }

  /** Under which name the passkey knows its person; it tells nothing else. */
  static byte[] handle(UUID person) {
    return ByteBuffer.allocate(16)
        .putLong(person.getMostSignificantBits())
        .putLong(person.getLeastSignificantBits())
        .array();
  }

  private static Map<String, Object> algorithm(int number) {
    return Map.of("type", "public-key", "alg", number);
  }

  private static Map<String, Object> credential(Passkey.Credential known) {
    return Map.of(
        "type", "public-key",
        "id", TEXT.encodeToString(known.credentialId().getBytes()),
        "transports", known.transports());
  }
}
