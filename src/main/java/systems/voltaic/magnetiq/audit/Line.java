package systems.voltaic.magnetiq.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.UUID;

/**
 * An entry exactly as it lies in the table: what seals are made of.
 *
 * @param texts actor, client, request id, action, subject, before, after; the last two may be null
 */
record Line(long position, UUID id, long micros, List<String> texts) {

  /** Every field with its length, so that no two lines have the same bytes. */
  byte[] digest() {
    Buffer bytes =
        Buffer.buffer()
            .appendLong(position)
            .appendLong(id.getMostSignificantBits())
            .appendLong(id.getLeastSignificantBits())
            .appendLong(micros);
    texts.forEach(text -> append(bytes, text));
    return Digests.sha256(bytes.getBytes());
  }

  private static void append(Buffer bytes, String text) {
    byte[] utf8 = text == null ? new byte[0] : text.getBytes(UTF_8);
    bytes.appendInt(text == null ? -1 : utf8.length).appendBytes(utf8);
  }

  /** Its id and its digest. */
  Buffer mark() {
    return Buffer.buffer()
        .appendLong(id.getMostSignificantBits())
        .appendLong(id.getLeastSignificantBits())
        .appendBytes(digest());
  }
}
