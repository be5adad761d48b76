package systems.voltaic.magnetiq.cache;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;

/** An answer's bytes in one encoding, with the headers that depend on them. */
record Representation(Buffer bytes, CharSequence encoding, CharSequence etag, CharSequence length) {

  static Representation identity(Buffer bytes, String hash) {
    return of(bytes, null, hash);
  }

  static Representation gzip(Buffer bytes, String hash) {
    return of(bytes, "gzip", hash + "-gz");
  }

  static Representation brotli(Buffer bytes, String hash) {
    return of(bytes, "br", hash + "-br");
  }

  private static Representation of(Buffer bytes, String encoding, String tag) {
    return new Representation(
        bytes,
        encoding == null ? null : HttpHeaders.createOptimized(encoding),
        HttpHeaders.createOptimized('"' + tag + '"'),
        HttpHeaders.createOptimized(Integer.toString(bytes.length())));
  }
}
