package systems.voltaic.magnetiq.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Files of the jar as finished answers, read once and then kept. */
final class PackagedFiles {

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "woff2", "font/woff2");

  private final Vertx vertx;
  private final String root;
  private final String policy;
  private final Map<String, Answer> kept = new ConcurrentHashMap<>();

  PackagedFiles(Vertx vertx, String root, String policy) {
    this.vertx = vertx;
    this.root = root;
    this.policy = policy;
  }

  Future<Optional<Answer>> find(String path) {
    Answer known = kept.get(path);
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (known != null || type == null || !isPlain(path)) {
      return Future.succeededFuture(Optional.ofNullable(known));
    }
    return vertx.executeBlocking(() -> load(path, type), false);
  }

  /** What is not there is not remembered: anybody could fill the memory with its names. */
  private Optional<Answer> load(String path, String type) {
    try (InputStream in = PackagedFiles.class.getResourceAsStream(root + path)) {
      if (in == null) {
        return Optional.empty();
      }
      Answer answer = finished(type, Buffer.buffer(in.readAllBytes()), policy);
      kept.put(path, answer);
      return Optional.of(answer);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + root + path, e);
    }
  }

  static Answer finished(String type, Buffer body, String policy) {
    return Answer.text(type, body)
        .with("etag", "\"" + hash(body) + "\"")
        .with("cache-control", "public, max-age=60")
        .with("content-security-policy", policy);
  }

  private static boolean isPlain(String path) {
    for (int i = 1; i < path.length(); i++) {
      char c = path.charAt(i);
      char before = path.charAt(i - 1);
      boolean word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      boolean mark = (c == '.' || c == '/') && before != '.' && before != '/';
      if (!word && !mark && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }

  private static String hash(Buffer body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes());
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
