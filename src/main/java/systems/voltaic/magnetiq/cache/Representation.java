package systems.voltaic.magnetiq.cache;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.internal.buffer.BufferInternal;
import java.nio.ByteBuffer;

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
        outside(bytes),
        encoding == null ? null : HttpHeaders.createOptimized(encoding),
        HttpHeaders.createOptimized('"' + tag + '"'),
        HttpHeaders.createOptimized(Integer.toString(bytes.length())));
  }

  /** Outside the heap, from where the system takes them without one more copy each time. */
  private static Buffer outside(Buffer bytes) {
    var room = ByteBuffer.allocateDirect(bytes.length()).put(bytes.getBytes()).flip();
    return BufferInternal.buffer(Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(room)));
  }
}
