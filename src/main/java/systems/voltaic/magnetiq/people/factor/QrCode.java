package systems.voltaic.magnetiq.people.factor;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A text as a square that cameras read: black on white whatever surrounds it. */
final class QrCode {

  private static final int QUIET = 4;

  static String svg(String text) {
    ByteMatrix modules = modules(text);
    int side = modules.getWidth() + 2 * QUIET;
    return ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
            + " shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/>"
            + "<path d=\"%s\"/></svg>")
        .formatted(side, side, side, side, path(modules));
  }

  private static ByteMatrix modules(String text) {
    try {
      return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
    } catch (WriterException e) {
      throw new IllegalStateException("too long for a square", e);
    }
  }

  /** Neighbours in a row are one stroke. */
  private static String path(ByteMatrix modules) {
    var path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        int length = run(modules, x, y);
        if (length > 0) {
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET);
          path.append('h').append(length).append("v1h-").append(length).append('z');
          x += length;
        }
      }
    }
    return path.toString();
  }

  private static int run(ByteMatrix modules, int x, int y) {
    int end = x;
    while (end < modules.getWidth() && modules.get(end, y) == 1) {
      end++;
    }
    return end - x;
  }

  private QrCode() {}
}
