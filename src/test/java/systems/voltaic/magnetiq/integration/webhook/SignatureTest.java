package systems.voltaic.magnetiq.integration.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignatureTest {

  private static final Instant AT = Instant.ofEpochSecond(1_700_000_000);

  /** Computed with OpenSSL: printf '1700000000.{"a":1}' | openssl dgst -sha256 -hmac whsec_test. */
  @Test
  void isTheHmacOfTimeAndBody() {
    assertThat(Signature.header("whsec_test", AT, Buffer.buffer("{\"a\":1}")))
        .isEqualTo(
            "t=1700000000,v1=38877139021993b830af32feea6e18a8da83eb2f6e49ee50bd9e4cf4ca4d3789");
  }

  @Test
  void dependsOnSecretTimeAndBody() {
    Buffer body = Buffer.buffer("{}");
    String one = Signature.header("a", AT, body);

    assertThat(one).isNotEqualTo(Signature.header("b", AT, body));
    assertThat(one.substring(13))
        .isNotEqualTo(Signature.header("a", AT.plusSeconds(1), body).substring(13));
    assertThat(one).isNotEqualTo(Signature.header("a", AT, Buffer.buffer("{ }")));
  }

  @Test
  void makesSecretsThatNeverRepeat() {
    Set<String> seen = new HashSet<>();
    var random = new SecureRandom();
    for (int i = 0; i < 1000; i++) {
      seen.add(Signature.newSecret(random));
    }
    assertThat(seen).hasSize(1000).allMatch(secret -> secret.length() == 49);
  }
}
