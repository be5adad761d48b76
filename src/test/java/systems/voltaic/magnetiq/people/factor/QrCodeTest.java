package systems.voltaic.magnetiq.people.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class QrCodeTest {

  private static final Pattern STROKE = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");
  private static final Pattern SIDE = Pattern.compile("viewBox=\"0 0 (\\d+) ");

  @Test
  void canBeReadBack() throws Exception {
    String uri = Totp.uri("Example & Sons", "ada@people.example.test", "GEZDGNBVGY3TQOJQ");

    var read = new Decoder().decode(matrix(QrCode.svg(uri)));

    assertThat(read.getText()).isEqualTo(uri);
  }

  @Test
  void standsOnWhiteWithAQuietZone() {
    String svg = QrCode.svg("otpauth://totp/x");
    int side = side(svg);

    assertThat(svg).contains("fill=\"#fff\" d=\"M0 0h" + side + "v" + side + "H0z\"");
    assertThat(STROKE.matcher(svg).results())
        .allMatch(s -> number(s, 1) >= 4 && number(s, 2) >= 4)
        .allMatch(s -> number(s, 1) + number(s, 3) <= side - 4 && number(s, 2) < side - 4);
  }

  private static BitMatrix matrix(String svg) {
    int side = side(svg) - 8;
    var matrix = new BitMatrix(side, side);
    STROKE
        .matcher(svg)
        .results()
        .forEach(s -> matrix.setRegion(number(s, 1) - 4, number(s, 2) - 4, number(s, 3), 1));
    return matrix;
  }

  private static int side(String svg) {
    return SIDE.matcher(svg)
        .results()
        .mapToInt(found -> number(found, 1))
        .findFirst()
        .orElseThrow();
  }

  private static int number(MatchResult stroke, int group) {
    return Integer.parseInt(stroke.group(group));
  }
}
