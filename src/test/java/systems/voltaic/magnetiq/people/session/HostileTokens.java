package systems.voltaic.magnetiq.people.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes the tokens of people/tokens.txt out of real keys. */
final class HostileTokens {

  static final UUID PERSON = UUID.fromString("0198f0aa-bbcc-7ddd-8eee-ffaabbccddee");
  static final UUID SESSION = UUID.fromString("0198f0ab-cdef-7abc-8def-abcdefabcdef");
  static final String ISSUER = "https://magnetiq.example";

  private static final String HEADER = "{\"alg\":\"EdDSA\",\"typ\":\"at+jwt\",\"kid\":\"{kid}\"}";
  private static final String PAYLOAD =
      "{\"iss\":\"{iss}\",\"aud\":\"{aud}\",\"sub\":\"{sub}\",\"sid\":\"{sid}\",\"iat\":{now},"
          + "\"exp\":{soon}}";
  private static final BigInteger ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  private final SigningKey good;
  private final SigningKey next;
  private final SigningKey retired;
  private final SigningKey other;
  private final Instant now;

  HostileTokens(
      SigningKey good, SigningKey next, SigningKey retired, SigningKey other, Instant now) {
    this.good = good;
    this.next = next;
    this.retired = retired;
    this.other = other;
    this.now = now;
  }

  static List<String> rows() {
    try (var in = HostileTokens.class.getResourceAsStream("/people/tokens.txt")) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String token(String row) {
    String[] parts = row.split(" \\| ", -1);
    String header = filled(parts[1].equals("=") ? HEADER : parts[1]);
    String payload = filled(parts[2].equals("=") ? PAYLOAD : parts[2]);
    String h = encode(header.getBytes(UTF_8));
    String p = encode(payload.getBytes(UTF_8));
    String s = encode(signature(parts[3], h, p));
    return shaped(parts[4], h, p, s);
  }

  private String filled(String text) {
    String result = text;
    for (var value : values().entrySet()) {
      result = result.replace("{" + value.getKey() + "}", value.getValue());
    }
    return result;
  }

  private Map<String, String> values() {
    long second = now.getEpochSecond();
    return Map.ofEntries(
        Map.entry("kid", good.id()),
        Map.entry("KID", good.id().toUpperCase(java.util.Locale.ROOT) + "x"),
        Map.entry("next", next.id()),
        Map.entry("retired", retired.id()),
        Map.entry("otherx", encode(other.publicKey().getEncoded())),
        Map.entry("iss", ISSUER),
        Map.entry("ISS", ISSUER.toUpperCase(java.util.Locale.ROOT)),
        Map.entry("aud", AccessTokens.AUDIENCE),
        Map.entry("sub", PERSON.toString()),
        Map.entry("SUB", PERSON.toString().toUpperCase(java.util.Locale.ROOT)),
        Map.entry("sid", SESSION.toString()),
        Map.entry("SID", SESSION.toString().toUpperCase(java.util.Locale.ROOT)),
        Map.entry("other", "0198f0ff-0000-7000-8000-000000000001"),
        Map.entry("now", "" + second),
        Map.entry("soon", "" + (second + 900)),
        Map.entry("later", "" + (second + 1800)),
        Map.entry("far", "" + (second + 31_536_000)),
        Map.entry("past", "" + (second - 900)),
        Map.entry("justpast", "" + (second - 31)));
  }

  private byte[] signature(String how, String h, String p) {
    byte[] message = (h + "." + p).getBytes(UTF_8);
    byte[] signed = good.sign(message);
    return switch (how) {
      case "good" -> signed;
      case "other" -> other.sign(message);
      case "retired" -> retired.sign(message);
      case "empty" -> new byte[0];
      case "zero" -> new byte[SigningKey.SIGNATURE];
      case "ones" -> filled((byte) -1);
      case "random" -> filled((byte) 0x5a);
      case "short" -> Arrays.copyOf(signed, SigningKey.SIGNATURE - 1);
      case "long" -> Arrays.copyOf(signed, SigningKey.SIGNATURE + 1);
      case "flipped" -> flipped(signed);
      case "swapped" -> swapped(signed);
      case "of-payload" -> good.sign(p.getBytes(UTF_8));
      case "of-header" -> good.sign(h.getBytes(UTF_8));
      case "of-good" ->
          good.sign((h + "." + encode(filled(PAYLOAD).getBytes(UTF_8))).getBytes(UTF_8));
      case "non-canonical" -> nonCanonical(signed);
      case "hmac" -> hmac(message);
      default -> throw new IllegalArgumentException(how);
    };
  }

  private String shaped(String shape, String h, String p, String s) {
    String secret = "A".repeat(43);
    return shape
        .replace("\\t", "\t")
        .replace("\\n", "\n")
        .replace("\\0", "\0")
        .replace("{h^}", h.toLowerCase(java.util.Locale.ROOT))
        .replace("{h}", h)
        .replace("{p~}", p.substring(0, p.length() - 1) + "-")
        .replace("{p}", p)
        .replace("{s+}", s.replaceFirst("^(.{40}).{2}", "$1+/"))
        .replace("{s~}", otherEnd(s))
        .replace("{s}", s)
        .replace("{long}", p + "A".repeat(2000))
        .replace("{longest}", "a".repeat(100_000))
        .replace("{refresh}", secret)
        .replace("{cookie}", SESSION + "." + secret)
        .replace("{apikey}", "mq_live_MadeUp00OnlyForTestsAndNothingElse123456mOHwE0");
  }

  /** The four last bits of a signature's text mean nothing. */
  private static String otherEnd(String text) {
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    int last = text.length() - 1;
    return last < 0
        ? text
        : text.substring(0, last) + letters.charAt(letters.indexOf(text.charAt(last)) ^ 1);
  }

  private static byte[] filled(byte with) {
    byte[] bytes = new byte[SigningKey.SIGNATURE];
    Arrays.fill(bytes, with);
    return bytes;
  }

  private static byte[] flipped(byte[] signed) {
    byte[] other = signed.clone();
    other[10] ^= 1;
    return other;
  }

  private static byte[] swapped(byte[] signed) {
    byte[] other = new byte[SigningKey.SIGNATURE];
    System.arraycopy(signed, 32, other, 0, 32);
    System.arraycopy(signed, 0, other, 32, 32);
    return other;
  }

  /** The same number plus the order of the group, which careless code takes for the same. */
  private static byte[] nonCanonical(byte[] signed) {
    byte[] half = new byte[32];
    for (int i = 0; i < 32; i++) {
      half[i] = signed[63 - i];
    }
    byte[] sum = new BigInteger(1, half).add(ORDER).toByteArray();
    byte[] other = signed.clone();
    for (int i = 0; i < 32; i++) {
      other[32 + i] = i < sum.length ? sum[sum.length - 1 - i] : 0;
    }
    return other;
  }

  private byte[] hmac(byte[] message) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(good.publicKey().getEncoded(), "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
