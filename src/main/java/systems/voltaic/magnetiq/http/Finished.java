package systems.voltaic.magnetiq.http;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Answers whose bytes do not change while the program runs. */
final class Finished {

  static Answer bytes(String type, Buffer body, String policy) {
    return Answer.text(type, body)
        .with("etag", "\"" + hash(body) + "\"")
        .with("cache-control", "public, max-age=60")
        .with("content-security-policy", policy);
  }

  private static String hash(Buffer body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes());
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private Finished() {}
}
