package systems.voltaic.magnetiq.people.login;

/** How Argon2 makes one block of two: the round of BLAKE2b with a multiplication, over a square. */
final class Blamka {

  static final long[] NOTHING = new long[128];

  private static final int WORDS = 128;
  private static final int ROW = 16;

  private Blamka() {}

  /** Of the blocks that begin there in {@code left} and {@code right}. */
  static void mix(long[] left, int leftAt, long[] right, int rightAt, long[] out) {
    for (int i = 0; i < WORDS; i++) {
      out[i] = left[leftAt + i] ^ right[rightAt + i];
    }
    for (int row = 0; row < WORDS; row += ROW) {
      round(out, row, 2);
    }
    for (int column = 0; column < ROW; column += 2) {
      round(out, column, ROW);
    }
    for (int i = 0; i < WORDS; i++) {
      out[i] ^= left[leftAt + i] ^ right[rightAt + i];
    }
  }

  /** Over eight pairs of words, each {@code step} behind the one before. */
  private static void round(long[] z, int at, int step) {
    int b = at + 2 * step;
    int c = at + 4 * step;
    int d = at + 6 * step;
    quarter(z, at, b, c, d);
    quarter(z, at + 1, b + 1, c + 1, d + 1);
    quarter(z, at + step, b + step, c + step, d + step);
    quarter(z, at + step + 1, b + step + 1, c + step + 1, d + step + 1);
    quarter(z, at, b + 1, c + step, d + step + 1);
    quarter(z, at + 1, b + step, c + step + 1, d);
    quarter(z, at + step, b + step + 1, c, d + 1);
    quarter(z, at + step + 1, b, c + 1, d + step);
  }

  private static void quarter(long[] z, int at, int bt, int ct, int dt) {
    long a = plus(z[at], z[bt]);
    long d = Long.rotateRight(z[dt] ^ a, 32);
    long c = plus(z[ct], d);
    long b = Long.rotateRight(z[bt] ^ c, 24);
    a = plus(a, b);
    d = Long.rotateRight(d ^ a, 16);
    c = plus(c, d);
    z[at] = a;
    z[bt] = Long.rotateRight(b ^ c, 63);
    z[ct] = c;
    z[dt] = d;
  }

  private static long plus(long x, long y) {
    return x + y + 2 * (x & 0xFFFFFFFFL) * (y & 0xFFFFFFFFL);
  }
}
