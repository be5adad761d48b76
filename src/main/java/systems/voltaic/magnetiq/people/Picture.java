package systems.voltaic.magnetiq.people;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/** A picture as its own bytes tell: what it is called and how large it says it is. */
record Picture(String type, int width, int height) {

  static final int WIDEST = 1024;
  static final int LARGEST = 262_144;

  private static final String PNG = "\u0089PNG\r\n\u001a\n";
  private static final int SOF_FIRST = 0xC0;
  private static final int SOF_LAST = 0xCF;

  boolean fits() {
    return width >= 1 && height >= 1 && width <= WIDEST && height <= WIDEST;
  }

  /** Empty when it is none of the three kinds, or anything follows its end. */
  static Optional<Picture> of(byte[] bytes) {
    if (has(bytes, 0, PNG)) {
      return png(bytes);
    }
    if (has(bytes, 0, "RIFF") && has(bytes, 8, "WEBP")) {
      return webp(bytes);
    }
    return bytes.length > 4 && u16(bytes, 0) == 0xFFD8 ? jpeg(bytes) : Optional.empty();
  }

  private static Optional<Picture> png(byte[] bytes) {
    boolean whole =
        bytes.length >= 45
            && has(bytes, 12, "IHDR")
            && u32(bytes, 8) == 13
            && endsAfterChunks(bytes);
    return whole ? sized("image/png", u32(bytes, 16), u32(bytes, 20)) : Optional.empty();
  }

  private static boolean endsAfterChunks(byte[] bytes) {
    long at = PNG.length();
    while (at + 12 <= bytes.length) {
      boolean last = has(bytes, (int) at + 4, "IEND");
      at += u32(bytes, (int) at) + 12;
      if (last) {
        return at == bytes.length;
      }
    }
    return false;
  }

  private static Optional<Picture> jpeg(byte[] bytes) {
    if (u16(bytes, bytes.length - 2) != 0xFFD9) {
      return Optional.empty();
    }
    int at = 2;
    while (at + 9 < bytes.length && (bytes[at] & 0xFF) == 0xFF) {
      int marker = bytes[at + 1] & 0xFF;
      if (isFrame(marker)) {
        return sized("image/jpeg", u16(bytes, at + 7), u16(bytes, at + 5));
      }
      at += marker == 0xFF ? 1 : 2 + Math.max(2, u16(bytes, at + 2));
    }
    return Optional.empty();
  }

  /** Of the frame headers' range three markers mean something else. */
  private static boolean isFrame(int marker) {
    return marker >= SOF_FIRST
        && marker <= SOF_LAST
        && marker != 0xC4
        && marker != 0xC8
        && marker != 0xCC;
  }

  private static Optional<Picture> webp(byte[] bytes) {
    if (bytes.length < 30 || le32(bytes, 4) + 8 != bytes.length) {
      return Optional.empty();
    }
    return switch (new String(bytes, 12, 4, ISO_8859_1)) {
      case "VP8X" -> sized("image/webp", le24(bytes, 24) + 1, le24(bytes, 27) + 1);
      case "VP8L" -> lossless(le32(bytes, 21));
      case "VP8 " -> sized("image/webp", le16(bytes, 26) & 0x3FFF, le16(bytes, 28) & 0x3FFF);
      default -> Optional.empty();
    };
  }

  private static Optional<Picture> lossless(long bits) {
    return sized("image/webp", (bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1);
  }

  private static Optional<Picture> sized(String type, long width, long height) {
    boolean possible = width <= Integer.MAX_VALUE && height <= Integer.MAX_VALUE;
    return possible ? Optional.of(new Picture(type, (int) width, (int) height)) : Optional.empty();
  }

  private static boolean has(byte[] bytes, int at, String text) {
    return bytes.length >= at + text.length()
        && new String(bytes, at, text.length(), ISO_8859_1).equals(text);
  }

  private static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }

  private static long u32(byte[] bytes, int at) {
    return (long) u16(bytes, at) << 16 | u16(bytes, at + 2);
  }

  private static int le16(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
  }

  private static int le24(byte[] bytes, int at) {
    return le16(bytes, at) | (bytes[at + 2] & 0xFF) << 16;
  }

  private static long le32(byte[] bytes, int at) {
    return le16(bytes, at) | (long) le16(bytes, at + 2) << 16;
  }
}
