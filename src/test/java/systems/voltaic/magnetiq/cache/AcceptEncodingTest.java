package systems.voltaic.magnetiq.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import systems.voltaic.magnetiq.cache.FinishedAnswer.Facts;

class AcceptEncodingTest {

  private static final Facts FACTS =
      new Facts(200, "text/plain", Map.of(), Instant.EPOCH, Instant.EPOCH, Instant.MAX, Map.of());
  private static final Buffer BYTES = Buffer.buffer("x");
  private static final FinishedAnswer ALL = FinishedAnswer.of(FACTS, BYTES, BYTES, BYTES);
  private static final FinishedAnswer GZIPPED = FinishedAnswer.of(FACTS, BYTES, BYTES, null);
  private static final FinishedAnswer PLAIN = FinishedAnswer.of(FACTS, BYTES, null, null);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "none|identity",
        "''|identity",
        "gzip, deflate, br, zstd|br",
        "GZIP|gzip",
        "x-gzip|gzip",
        "br;q=0.5, gzip|gzip",
        "br;q=0.8, gzip;q=0.8|br",
        "br;q=0, gzip|gzip",
        "br;q=0, gzip;q=0|identity",
        "identity, br;q=0.5|identity",
        "identity;q=0.2, gzip;q=0.5|gzip",
        "*|br",
        "*;q=0.3, gzip;q=0.9|gzip",
        "gzip;q=0, *|br",
        "gzip;q=0.001|gzip",
        "identity;q=0, *;q=0|identity",
        "deflate|identity",
        "br;q=nonsense|identity",
        "br ; q=1.0|br",
        ",,gzip,|gzip"
      })
  void choosesWhatTheHeaderWants(String header, String encoding) {
    assertThat(named(AcceptEncoding.of(header).choose(ALL))).isEqualTo(encoding);
  }

  @Test
  void fallsBackToWhatThereIs() {
    var browser = AcceptEncoding.of("gzip, br");

    assertThat(named(browser.choose(GZIPPED))).isEqualTo("gzip");
    assertThat(named(browser.choose(PLAIN))).isEqualTo("identity");
  }

  @Test
  void givesEachEncodingItsOwnTag() {
    assertThat(ALL.identity().etag()).isNotEqualTo(ALL.gzip().etag());
    assertThat(ALL.gzip().etag().toString()).endsWith("-gz\"");
    assertThat(ALL.brotli().etag().toString()).endsWith("-br\"");
  }

  private static String named(Representation chosen) {
    return chosen.encoding() == null ? "identity" : chosen.encoding().toString();
  }
}
