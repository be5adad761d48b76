package systems.voltaic.magnetiq.people.login;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.LongConsumer;
import org.bouncycastle.crypto.digests.Blake2bDigest;

/**
 * The memory that Argon2id fills (RFC 9106, version 0x13, without secret or associated data), kept
 * for one hash after another: 19 MiB anew for each would keep the collector busy. Every few blocks
 * it takes a breath, which no library does: while everybody signs in, who waits for a core waits
 * for some blocks, and not for a whole hash.
 */
final class Argon2Memory {

  private static final int VERSION = 0x13;
  private static final int ARGON2ID = 2;
  private static final int SLICES = 4;
  private static final int BLOCK_BYTES = 1_024;
  private static final int WORDS = BLOCK_BYTES / Long.BYTES;
  private static final int DIGEST_BYTES = 64;
  private static final int HALF = DIGEST_BYTES / 2;
  private static final int SEED_BYTES = DIGEST_BYTES + 2 * Integer.BYTES;

  /** About a fifth of a millisecond. */
  private static final int BLOCKS_PER_BREATH = 256;

  private final LongConsumer breath;
  private final long[] input = new long[WORDS];
  private final long[] addresses = new long[WORDS];
  private final long[] mixed = new long[WORDS];
  private long[] words = {};
  private int passes;
  private int lanes;
  private int laneLength;
  private int segmentLength;
  private long since;

  /** The breath lets others work for a while, knowing for how many nanoseconds they could not. */
  Argon2Memory(LongConsumer breath) {
    this.breath = breath;
  }

  byte[] hash(Argon2 cost, byte[] password, byte[] salt, int length) {
    passes = cost.passes();
    lanes = cost.lanes();
    segmentLength = cost.memory() / (SLICES * lanes);
    laneLength = SLICES * segmentLength;
    if (words.length != lanes * laneLength * WORDS) {
      words = new long[lanes * laneLength * WORDS];
    }
    since = System.nanoTime();
    try {
      seed(first(cost, password, salt, length));
      for (int pass = 0; pass < passes; pass++) {
        for (int slice = 0; slice < SLICES; slice++) {
          for (int lane = 0; lane < lanes; lane++) {
            fill(pass, slice, lane);
          }
        }
      }
      return last(length);
    } finally {
      Arrays.fill(words, 0);
    }
  }

  private static byte[] first(Argon2 cost, byte[] password, byte[] salt, int length) {
    var all = new byte[10 * Integer.BYTES + password.length + salt.length];
    little(all)
        .putInt(cost.lanes())
        .putInt(length)
        .putInt(cost.memory())
        .putInt(cost.passes())
        .putInt(VERSION)
        .putInt(ARGON2ID)
        .putInt(password.length)
        .put(password)
        .putInt(salt.length)
        .put(salt);
    return blake2b(DIGEST_BYTES, all);
  }

  /** The first two blocks of each lane. */
  private void seed(byte[] first) {
    for (int lane = 0; lane < lanes; lane++) {
      for (int block = 0; block < 2; block++) {
        var seed = new byte[SEED_BYTES];
        little(seed).put(first).putInt(block).putInt(lane);
        var bytes = little(stretched(BLOCK_BYTES, seed));
        bytes.asLongBuffer().get(words, at(lane, block), WORDS);
      }
    }
  }

  private byte[] last(int length) {
    var all = new long[WORDS];
    for (int lane = 0; lane < lanes; lane++) {
      int last = at(lane, laneLength - 1);
      for (int i = 0; i < WORDS; i++) {
        all[i] ^= words[last + i];
      }
    }
    var bytes = new byte[BLOCK_BYTES];
    little(bytes).asLongBuffer().put(all);
    return stretched(length, bytes);
  }

  private void fill(int pass, int slice, int lane) {
    boolean independent = pass == 0 && slice < SLICES / 2;
    if (independent) {
      Arrays.fill(input, 0);
      input[0] = pass;
      input[1] = lane;
      input[2] = slice;
      input[3] = (long) lanes * laneLength;
      input[4] = passes;
      input[5] = ARGON2ID;
    }
    for (int i = 0; i < segmentLength; i++) {
      if (independent && i % WORDS == 0) {
        nextAddresses();
      }
      if (pass > 0 || slice > 0 || i > 1) {
        int column = slice * segmentLength + i;
        int before = at(lane, column == 0 ? laneLength - 1 : column - 1);
        long random = independent ? addresses[i % WORDS] : words[before];
        int reference = reference(pass, slice, lane, i, random);
        Blamka.mix(words, before, words, reference, mixed);
        put(mixed, at(lane, column), pass > 0);
      }
      if (i % BLOCKS_PER_BREATH == BLOCKS_PER_BREATH - 1) {
        breathe();
      }
    }
  }

  private void breathe() {
    breath.accept(System.nanoTime() - since);
    since = System.nanoTime();
  }

  private void put(long[] block, int at, boolean onto) {
    for (int i = 0; i < WORDS; i++) {
      words[at + i] = onto ? words[at + i] ^ block[i] : block[i];
    }
  }

  private void nextAddresses() {
    input[6]++;
    Blamka.mix(Blamka.NOTHING, 0, input, 0, addresses);
    Blamka.mix(Blamka.NOTHING, 0, addresses.clone(), 0, addresses);
  }

  /** Where the block lies that the random number names among those that may be read now. */
  private int reference(int pass, int slice, int lane, int index, long random) {
    boolean alone = pass == 0 && slice == 0;
    int other = alone ? lane : (int) ((random >>> 32) % lanes);
    int done = pass == 0 ? slice * segmentLength : laneLength - segmentLength;
    int readable = done + (other == lane ? index - 1 : index == 0 ? -1 : 0);
    long chosen = random & 0xFFFFFFFFL;
    long back = (readable * ((chosen * chosen) >>> 32)) >>> 32;
    int start = pass == 0 || slice == SLICES - 1 ? 0 : (slice + 1) * segmentLength;
    return at(other, (int) ((start + readable - 1 - back) % laneLength));
  }

  private int at(int lane, int column) {
    return (lane * laneLength + column) * WORDS;
  }

  /** As many bytes as wanted: the first half of one digest after another, and all of the last. */
  private static byte[] stretched(int length, byte[] from) {
    var all = new byte[Integer.BYTES + from.length];
    little(all).putInt(length).put(from);
    byte[] digest = blake2b(Math.min(DIGEST_BYTES, length), all);
    var out = new byte[length];
    int at = 0;
    while (length - at > DIGEST_BYTES) {
      System.arraycopy(digest, 0, out, at, HALF);
      at += HALF;
      digest = blake2b(Math.min(DIGEST_BYTES, length - at), digest);
    }
    System.arraycopy(digest, 0, out, at, digest.length);
    return out;
  }

  private static byte[] blake2b(int length, byte[] from) {
    var digest = new Blake2bDigest(length * Byte.SIZE);
    digest.update(from, 0, from.length);
    var out = new byte[length];
    digest.doFinal(out, 0);
    return out;
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
