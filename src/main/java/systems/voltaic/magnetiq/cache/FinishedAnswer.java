package systems.voltaic.magnetiq.cache;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An answer as bytes, ready to be sent in any encoding.
 *
 * @param gzip null where it would not be smaller
 * @param brotli null where it would not be smaller or the machine has no encoder
 */
public record FinishedAnswer(
    Facts facts,
    CharSequence contentType,
    CharSequence lastModified,
    Map<CharSequence, CharSequence> headers,
    Representation identity,
    Representation gzip,
    Representation brotli) {

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  /**
   * What is known about it besides its bytes.
   *
   * @param madeFrom the version of each tag that was current before the origin began to read
   */
  record Facts(
      int status,
      String contentType,
      Map<String, String> headers,
      Instant lastModified,
      Instant made,
      Instant validUntil,
      Map<String, Long> madeFrom) {}

  /** For bytes that never change while the program runs; a form that is not there is null. */
  public static FinishedAnswer packed(Original original, Instant made, Buffer gzip, Buffer brotli) {
    return of(Makers.facts(original, made, Map.of()), original.body(), gzip, brotli);
  }

  static FinishedAnswer of(Facts facts, Buffer identity, Buffer gzip, Buffer brotli) {
    String hash = hash(identity);
    return new FinishedAnswer(
        facts,
        HttpHeaders.createOptimized(facts.contentType()),
        HttpHeaders.createOptimized(httpDate(facts.lastModified())),
        optimized(facts.headers()),
        Representation.identity(identity, hash),
        gzip == null ? null : Representation.gzip(gzip, hash),
        brotli == null ? null : Representation.brotli(brotli, hash));
  }

  private static Map<CharSequence, CharSequence> optimized(Map<String, String> headers) {
    var all = new LinkedHashMap<CharSequence, CharSequence>();
    headers.forEach(
        (name, value) ->
            all.put(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value)));
    return all;
  }

  public int status() {
    return facts.status();
  }

  public Buffer body() {
    return identity.bytes();
  }

  int weight() {
    return 1024 + size(identity) + size(gzip) + size(brotli);
  }

  private static int size(Representation representation) {
    return representation == null ? 0 : representation.bytes().length();
  }

  private static String httpDate(Instant instant) {
    return HTTP_DATE.format(instant);
  }

  private static String hash(Buffer bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.getBytes());
      byte[] tag = Base64.getUrlEncoder().withoutPadding().encode(Arrays.copyOf(digest, 15));
      return new String(tag, StandardCharsets.US_ASCII);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
