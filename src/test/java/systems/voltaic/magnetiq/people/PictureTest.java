package systems.voltaic.magnetiq.people;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureTest {

  @Test
  void knowsPicturesByTheirBytes() throws IOException {
    assertThat(Picture.of(drawn("png", 40, 30))).hasValue(new Picture("image/png", 40, 30));
    assertThat(Picture.of(drawn("jpg", 41, 31))).hasValue(new Picture("image/jpeg", 41, 31));
    assertThat(Picture.of(webp("VP8X", 42, 32))).hasValue(new Picture("image/webp", 42, 32));
    assertThat(Picture.of(webp("VP8L", 43, 33))).hasValue(new Picture("image/webp", 43, 33));
    assertThat(Picture.of(webp("VP8 ", 44, 34))).hasValue(new Picture("image/webp", 44, 34));
  }

  @Test
  void refusesWhatIsTooLargeToShow() {
    assertThat(new Picture("image/png", 1024, 1024).fits()).isTrue();
    assertThat(new Picture("image/png", 1025, 1).fits()).isFalse();
    assertThat(new Picture("image/png", 1, 100_000).fits()).isFalse();
    assertThat(new Picture("image/png", 0, 1).fits()).isFalse();
  }

  @Test
  void refusesWhatOnlyBeginsLikeOneOrGoesOnAfterIt() throws IOException {
    for (String kind : new String[] {"png", "jpg"}) {
      byte[] picture = drawn(kind, 20, 20);
      assertThat(Picture.of(join(picture, "<script>"))).as(kind).isEmpty();
      assertThat(Picture.of(Arrays.copyOf(picture, picture.length - 4))).as(kind).isEmpty();
    }
    assertThat(Picture.of(join(webp("VP8X", 20, 20), "<script>"))).isEmpty();
    for (String text :
        new String[] {"", "GIF89a", "<svg xmlns='x'/>", "%PDF-1.7", "RIFF", "\u0089PNG"}) {
      assertThat(Picture.of(text.getBytes(ISO_8859_1))).as(text).isEmpty();
    }
  }

  @Test
  void survivesEveryDamage() throws IOException {
    long seed = System.nanoTime();
    var random = new Random(seed);
    byte[][] whole = {drawn("png", 20, 20), drawn("jpg", 20, 20), webp("VP8L", 20, 20)};
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = Arrays.copyOf(whole[i % 3], random.nextInt(whole[i % 3].length + 1));
      for (int n = 0; n < 4 && damaged.length > 0; n++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      assertThat(Picture.of(damaged)).as("seed %d", seed).isNotNull();
    }
  }

  static byte[] drawn(String kind, int width, int height) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), kind, out);
    return out.toByteArray();
  }

  private static byte[] join(byte[] picture, String tail) {
    byte[] all = Arrays.copyOf(picture, picture.length + tail.length());
    System.arraycopy(tail.getBytes(ISO_8859_1), 0, all, picture.length, tail.length());
    return all;
  }

  private static byte[] webp(String chunk, int width, int height) {
    byte[] bytes = new byte[40];
    put(bytes, 0, "RIFF");
    little(bytes, 4, bytes.length - 8, 4);
    put(bytes, 8, "WEBP" + chunk);
    switch (chunk) {
      case "VP8X" -> {
        little(bytes, 24, width - 1, 3);
        little(bytes, 27, height - 1, 3);
      }
      case "VP8L" -> little(bytes, 21, (width - 1) | ((height - 1) << 14), 4);
      default -> {
        little(bytes, 26, width, 2);
        little(bytes, 28, height, 2);
      }
    }
    return bytes;
  }

  private static void put(byte[] bytes, int at, String text) {
    System.arraycopy(text.getBytes(ISO_8859_1), 0, bytes, at, text.length());
  }

  private static void little(byte[] bytes, int at, int value, int length) {
    for (int i = 0; i < length; i++) {
      bytes[at + i] = (byte) (value >> (8 * i));
    }
  }
}
