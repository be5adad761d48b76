package systems.voltaic.magnetiq.browser;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app: the six digits of RFC 6238 for a key as people type it. */
final class Phone {

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int STEP_SECONDS = 30;

  private final byte[] key;
  private final Clock clock;

  Phone(String typed, Clock clock) {
    this.key = decode(typed.replaceAll("[\\s=]", ""));
    this.clock = clock;
  }

  String code() throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(key, "HmacSHA1"));
    long step = clock.instant().getEpochSecond() / STEP_SECONDS;
    byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = hash[hash.length - 1] & 0xf;
    int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
    return "%06d".formatted(number % 1_000_000);
  }

  private static byte[] decode(String letters) {
    var bytes = ByteBuffer.allocate(letters.length() * 5 / 8);
    int bits = 0;
    int held = 0;
    for (int i = 0; i < letters.length(); i++) {
      held = (held << 5) | LETTERS.indexOf(letters.charAt(i));
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.put((byte) (held >> bits));
        held &= (1 << bits) - 1;
      }
    }
    return bytes.array();
  }
}
