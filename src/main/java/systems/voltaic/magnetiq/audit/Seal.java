package systems.voltaic.magnetiq.audit;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import systems.voltaic.magnetiq.secret.Signature;
import systems.voltaic.magnetiq.secret.Vault;

/**
 * What was written between the seal before and a position, made unchangeable.
 *
 * @param upto the last position it covers; entries may have left gaps
 * @param marks 48 bytes for each entry: its id and its digest
 * @param hash over all of it and the seal before
 */
record Seal(
    long number,
    long upto,
    int entries,
    UUID first,
    UUID last,
    Instant at,
    Buffer marks,
    String hash,
    Signature signature) {

  static final int MARK = 48;
  private static final String PURPOSE = "audit.seal";

  /** Before the first there is this. */
  static final Seal NONE =
      new Seal(
          0,
          Long.MIN_VALUE,
          0,
          new UUID(0, 0),
          new UUID(0, 0),
          Instant.EPOCH,
          Buffer.buffer(),
          "",
          new Signature("", ""));

  /** The next one; lines are in order and not empty. */
  Seal next(List<Line> lines, long upto, Instant now, Vault vault) {
    Buffer marks = Buffer.buffer(lines.size() * MARK);
    lines.forEach(line -> marks.appendBuffer(line.mark()));
    var draft =
        new Seal(
            number + 1,
            upto,
            lines.size(),
            lines.get(0).id(),
            lines.get(lines.size() - 1).id(),
            now.truncatedTo(ChronoUnit.MILLIS),
            marks,
            null,
            null);
    String hash = draft.hashAfter(this);
    return draft.signed(hash, vault.sign(PURPOSE, hash));
  }

  private Seal signed(String hash, Signature signature) {
    return new Seal(number, upto, entries, first, last, at, marks, hash, signature);
  }

  private String hashAfter(Seal before) {
    return Digests.hex(
        Buffer.buffer()
            .appendLong(number)
            .appendLong(upto)
            .appendInt(entries)
            .appendString(first + " " + last)
            .appendLong(at.toEpochMilli())
            .appendString(
                String.join(" ", before.hash, before.signature.key(), before.signature.code()))
            .appendBuffer(marks)
            .getBytes());
  }

  /** Whether its own hash fits it and the seal before. */
  boolean follows(Seal before) {
    return number == before.number + 1
        && upto > before.upto
        && marks.length() == entries * MARK
        && hash.equals(hashAfter(before));
  }

  Signature.Judgement judge(Vault vault) {
    return vault.judge(PURPOSE, hash, signature);
  }

  UUID markedId(int index) {
    return new UUID(marks.getLong(index * MARK), marks.getLong(index * MARK + 8));
  }

  byte[] markedDigest(int index) {
    return marks.getBytes(index * MARK + 16, (index + 1) * MARK);
  }
}
