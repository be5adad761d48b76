package systems.voltaic.magnetiq.people.session;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.json.Json;

/**
 * Access tokens: JWT in the one form that is made here (RFC 9068, EdDSA). What is not letter for
 * letter of that form is refused before anything in it is read.
 */
public final class AccessTokens {

  static final String AUDIENCE = "magnetiq-api";
  static final int LONGEST = 1024;
  static final Duration LEEWAY = Duration.ofSeconds(30);

  private static final Duration LONGEST_LIFE = Duration.ofHours(2);
  private static final int MOST = 20_000;
  private static final Set<String> NAMES = Set.of("iss", "aud", "sub", "sid", "iat", "exp");

  private final String issuer;
  private final Supplier<List<SigningKey>> ring;
  private final Supplier<Lifetimes> lifetimes;
  private final Clock clock;
  private final Cache<String, Claims> verified =
      Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

  /**
   * @param ring the keys there are, newest first
   */
  AccessTokens(
      String issuer, Supplier<List<SigningKey>> ring, Supplier<Lifetimes> lifetimes, Clock clock) {
    this.issuer = issuer;
    this.ring = ring;
    this.lifetimes = lifetimes;
    this.clock = clock;
  }

  String issue(UUID person, UUID session) {
    long now = clock.instant().getEpochSecond();
    var claims = new LinkedHashMap<String, Object>();
    claims.put("iss", issuer);
    claims.put("aud", AUDIENCE);
    claims.put("sub", person);
    claims.put("sid", session);
    claims.put("iat", now);
    claims.put("exp", now + seconds());
    SigningKey key = signer();
    String signed = key.header() + "." + encode(Json.write(claims).getBytes());
    return signed + "." + encode(key.sign(signed.getBytes(US_ASCII)));
  }

  /** How long a token is good that is made now. */
  int seconds() {
    return (int) lifetimes.get().access().toSeconds();
  }

  /** Throws what the caller is told. */
  Claims verify(String token) {
    Claims known = verified.getIfPresent(token);
    Claims claims = known == null ? read(token) : known;
    if (!clock.instant().minus(LEEWAY).isBefore(claims.expiresAt())) {
      throw Fault.of(
          Fault.Kind.UNAUTHENTICATED, "token-expired", "the access token has expired: refresh it");
    }
    if (known == null) {
      verified.put(token, claims);
    }
    return claims;
  }

  /** The keys changed: what one of them proved is proved again. */
  void forget() {
    verified.invalidateAll();
  }

  private Claims read(String token) {
    String[] parts = token.length() <= LONGEST ? token.split("\\.", -1) : new String[0];
    if (parts.length != 3) {
      throw invalid();
    }
    SigningKey key = key(parts[0]).orElseThrow(AccessTokens::invalid);
    byte[] message = (parts[0] + "." + parts[1]).getBytes(UTF_8);
    if (!key.verifies(message, decode(parts[2]))) {
      throw invalid();
    }
    return claims(decode(parts[1]));
  }

  private Optional<SigningKey> key(String header) {
    Instant now = clock.instant();
    return ring.get().stream()
        .filter(key -> key.verifiesAt(now) && key.header().equals(header))
        .findFirst();
  }

  private SigningKey signer() {
    Instant now = clock.instant();
    return ring.get().stream()
        .filter(key -> key.signsAt(now))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no key to sign with"));
  }

  /** Signed here, so it is what we write; held against it all the same. */
  private Claims claims(byte[] json) {
    try {
      JsonNode said = Json.parse(new String(json, UTF_8));
      var names = new TreeSet<String>();
      said.fieldNames().forEachRemaining(names::add);
      if (names.equals(NAMES) && issuer.equals(text(said, "iss")) && isForUs(said)) {
        return timely(
            new Claims(id(said, "sub"), id(said, "sid"), time(said, "iat"), time(said, "exp")));
      }
    } catch (IllegalArgumentException unlikeOurs) {
      throw invalid();
    }
    throw invalid();
  }

  private Claims timely(Claims claims) {
    boolean early = claims.issuedAt().isAfter(clock.instant().plus(LEEWAY));
    boolean turned = claims.expiresAt().isBefore(claims.issuedAt());
    if (early || turned || claims.issuedAt().plus(LONGEST_LIFE).isBefore(claims.expiresAt())) {
      throw invalid();
    }
    return claims;
  }

  private static boolean isForUs(JsonNode said) {
    return AUDIENCE.equals(text(said, "aud"));
  }

  private static UUID id(JsonNode said, String name) {
    String text = text(said, name);
    UUID id = UUID.fromString(text);
    if (!id.toString().equals(text)) {
      throw new IllegalArgumentException(name);
    }
    return id;
  }

  private static Instant time(JsonNode said, String name) {
    JsonNode value = said.path(name);
    if (!value.canConvertToLong() || !value.isIntegralNumber() || value.longValue() >>> 40 != 0) {
      throw new IllegalArgumentException(name);
    }
    return Instant.ofEpochSecond(value.longValue());
  }

  private static String text(JsonNode said, String name) {
    JsonNode value = said.path(name);
    if (!value.isTextual()) {
      throw new IllegalArgumentException(name);
    }
    return value.textValue();
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Only the one way to write these bytes. */
  private static byte[] decode(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      if (encode(bytes).equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException notBase64) {
      throw invalid();
    }
    throw invalid();
  }

  static Fault invalid() {
    return Fault.of(
        Fault.Kind.UNAUTHENTICATED, "token-invalid", "the access token or API key is not valid");
  }
}
