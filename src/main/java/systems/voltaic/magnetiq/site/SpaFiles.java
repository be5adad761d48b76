package systems.voltaic.magnetiq.site;

import static java.util.Map.entry;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import systems.voltaic.magnetiq.cache.FinishedAnswer;
import systems.voltaic.magnetiq.cache.Original;
import systems.voltaic.magnetiq.cache.Policy;
import systems.voltaic.magnetiq.cache.Served;

/** The files that were built with the program, as finished bytes. */
public final class SpaFiles {

  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
          + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  /** Its components write style elements; scripts stay what was built. */
  private static final String ADMIN_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  static final CharSequence IMMUTABLE =
      HttpHeaders.createOptimized("public, max-age=31536000, immutable");

  private static final Policy PAGE = Policy.of(Duration.ofDays(1));
  private static final Policy ASKED_EACH_TIME =
      new Policy(
          Duration.ofDays(1),
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          HttpHeaders.createOptimized("no-cache"));
  private static final Policy NAMED =
      Policy.of(Duration.ofDays(1), Duration.ofHours(1), Duration.ofHours(1));
  private static final Policy FINGERPRINTED =
      new Policy(Duration.ofDays(365), Duration.ZERO, Duration.ZERO, Duration.ZERO, IMMUTABLE);

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          entry("html", "text/html; charset=utf-8"),
          entry("css", "text/css; charset=utf-8"),
          entry("js", "text/javascript; charset=utf-8"),
          entry("json", "application/json"),
          entry("svg", "image/svg+xml"),
          entry("png", "image/png"),
          entry("webp", "image/webp"),
          entry("ico", "image/x-icon"),
          entry("mp4", "video/mp4"),
          entry("woff2", "font/woff2"),
          entry("webmanifest", "application/manifest+json"),
          entry("txt", "text/plain; charset=utf-8"));

  private static final String ADMIN = "admin.html";
  private static final String FOLDER = "/assets/";
  private static final String GZIP = ".gz";
  private static final String BROTLI = ".br";

  /** One file and how long it may be kept. */
  record File(Served bytes, Policy policy) {}

  private final Map<String, File> files;
  private final File admin;

  private SpaFiles(Map<String, File> files) {
    this.admin = files.remove("/" + ADMIN);
    this.files = Map.copyOf(files);
  }

  /** Reads them where it may take its time. */
  public static Future<SpaFiles> load(Vertx vertx, Instant now) {
    return vertx.executeBlocking(
        () -> new SpaFiles(files(Packaged.below("spa", "docs/index.html"), now)));
  }

  private static Map<String, File> files(Map<String, Buffer> all, Instant now) {
    var files = new HashMap<String, File>();
    for (String path : all.keySet()) {
      if (!path.endsWith(GZIP) && !path.endsWith(BROTLI)) {
        var bytes =
            FinishedAnswer.packed(
                original(path, all.get(path)), now, all.get(path + GZIP), all.get(path + BROTLI));
        files.put("/" + path, new File(new Served(bytes, false), policy("/" + path)));
      }
    }
    return files;
  }

  private static Policy policy(String path) {
    if (path.startsWith(FOLDER)) {
      return FINGERPRINTED;
    }
    if (path.endsWith(ADMIN)) {
      return ASKED_EACH_TIME;
    }
    return path.endsWith(".html") ? PAGE : NAMED;
  }

  /** Whose names change with their content. */
  Map<String, Original> fingerprinted() {
    var found = new TreeMap<String, Original>();
    files.forEach((path, file) -> found.put(path, original(path, file.bytes().answer().body())));
    found.keySet().removeIf(path -> !path.startsWith(FOLDER));
    return found;
  }

  private static Original original(String path, Buffer body) {
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (type == null) {
      throw new IllegalStateException("no media type is known for " + path);
    }
    var plain = Original.of(type, body);
    if (path.endsWith(ADMIN)) {
      return plain.with("content-security-policy", ADMIN_POLICY).with("x-robots-tag", "noindex");
    }
    return type.startsWith("text/html")
        ? plain.with("content-security-policy", CONTENT_POLICY)
        : plain;
  }

  /** The document that every address of the admin answers with. */
  File admin() {
    return admin;
  }

  /** A folder stands for its index page; null when there is no such file. */
  File find(String path) {
    File file = files.get(path);
    return file == null
        ? files.get(path.endsWith("/") ? path + "index.html" : path + "/index.html")
        : file;
  }
}
