package systems.voltaic.magnetiq.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BucketTest {

  private static final long SECOND = 1_000_000;
  private static final long NOW = 1_700_000_000 * SECOND;
  private static final Limits.Rule RULE =
      new Limits.Rule(List.of(new Limits.Window(60, Duration.ofMinutes(1), 3)), false);

  private final Bucket bucket = new Bucket("key", RULE);

  @Test
  void allowsABurstAndThenTheRate() {
    assertThat(IntStream.range(0, 10).filter(i -> bucket.take(NOW).allowed()).count()).isEqualTo(3);
    assertThat(bucket.take(NOW + SECOND).allowed()).isTrue();
    assertThat(bucket.take(NOW + SECOND).allowed()).isFalse();
  }

  @Test
  void chargesNothingForWhatItRefuses() {
    IntStream.range(0, 1000).forEach(i -> bucket.take(NOW));
    assertThat(bucket.take(NOW).waitSeconds()).isEqualTo(1);
    assertThat(bucket.take(NOW + SECOND).allowed()).isTrue();
  }

  @Test
  void owesWhatOthersSaw() {
    bucket.learn(0, NOW + 3 * SECOND);
    assertThat(bucket.take(NOW).allowed()).isFalse();
    bucket.learn(0, NOW);
    assertThat(bucket.take(NOW).allowed()).isFalse();
  }

  @Test
  void staysBoundedWhoeverComes() {
    var buckets = new Buckets(1000);
    IntStream.range(0, 50_000).forEach(i -> buckets.of("client " + i, RULE));
    assertThat(buckets.size()).isLessThanOrEqualTo(1000);
  }

  @Test
  void countsAnIpv6NetworkAsOneClient() {
    assertThat(key("2001:db8:1:2::1")).isEqualTo(key("2001:db8:1:2:ffff::9"));
    assertThat(key("2001:db8:1:2::1")).isNotEqualTo(key("2001:db8:1:3::1"));
  }

  private static String key(String address) {
    return new Client(address, Cidr.parse(address), true, false).limitKey();
  }
}
