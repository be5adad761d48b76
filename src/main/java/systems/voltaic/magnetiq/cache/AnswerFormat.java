package systems.voltaic.magnetiq.cache;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import systems.voltaic.magnetiq.cache.FinishedAnswer.Facts;

/** How finished answers lie in Redis. What another version wrote counts as absent. */
final class AnswerFormat {

  private static final byte VERSION = 1;

  static Buffer write(FinishedAnswer answer) {
    Facts facts = answer.facts();
    Buffer out = Buffer.buffer(answer.weight()).appendByte(VERSION).appendInt(facts.status());
    text(out, facts.contentType());
    map(out, facts.headers(), AnswerFormat::text);
    out.appendLong(facts.lastModified().toEpochMilli());
    out.appendLong(facts.made().toEpochMilli());
    out.appendLong(facts.validUntil().toEpochMilli());
    map(out, facts.madeFrom(), Buffer::appendLong);
    bytes(out, answer.identity());
    bytes(out, answer.gzip());
    bytes(out, answer.brotli());
    return out;
  }

  static Optional<FinishedAnswer> read(Buffer stored) {
    try {
      var in = new Reader(stored);
      return in.version() == VERSION ? Optional.of(answer(in)) : Optional.empty();
    } catch (IndexOutOfBoundsException | IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }

  private static FinishedAnswer answer(Reader in) {
    var facts =
        new Facts(
            in.number(),
            in.text(),
            in.map(Reader::text),
            in.instant(),
            in.instant(),
            in.instant(),
            in.map(Reader::large));
    return FinishedAnswer.of(facts, in.bytes(), in.bytes(), in.bytes());
  }

  private static Buffer text(Buffer out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return out.appendInt(bytes.length).appendBytes(bytes);
  }

  private static <T> void map(Buffer out, Map<String, T> map, BiConsumer<Buffer, T> value) {
    out.appendInt(map.size());
    map.forEach((k, v) -> value.accept(text(out, k), v));
  }

  private static void bytes(Buffer out, Representation representation) {
    if (representation == null) {
      out.appendInt(-1);
    } else {
      out.appendInt(representation.bytes().length()).appendBuffer(representation.bytes());
    }
  }

  private static final class Reader {
    private final Buffer in;
    private int position;

    Reader(Buffer in) {
      this.in = in;
    }

    byte version() {
      return in.getByte(position++);
    }

    int number() {
      position += Integer.BYTES;
      return in.getInt(position - Integer.BYTES);
    }

    long large() {
      position += Long.BYTES;
      return in.getLong(position - Long.BYTES);
    }

    Instant instant() {
      return Instant.ofEpochMilli(large());
    }

    String text() {
      return bytes().toString(StandardCharsets.UTF_8);
    }

    Buffer bytes() {
      int length = number();
      if (length < 0) {
        return null;
      }
      position += length;
      return in.getBuffer(position - length, position);
    }

    <T> Map<String, T> map(Function<Reader, T> value) {
      Map<String, T> map = new LinkedHashMap<>();
      for (int left = number(); left > 0; left--) {
        map.put(text(), value.apply(this));
      }
      return map;
    }
  }

  private AnswerFormat() {}
}
