package systems.voltaic.magnetiq.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, bytes 0-0/100",
    "bytes=10-19, bytes 10-19/100",
    "bytes=90-, bytes 90-99/100",
    "bytes=90-500, bytes 90-99/100",
    "bytes=-10, bytes 90-99/100",
    "bytes=-500, bytes 0-99/100"
  })
  void knowsThePart(String header, String part) {
    ByteRange range = ByteRange.of(header, 100);

    assertThat(range.satisfiable(100)).isTrue();
    assertThat(range.of(100)).isEqualTo(part);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=999999999999999-"})
  void knowsWhatLiesBeyond(String header) {
    assertThat(ByteRange.of(header, 100).satisfiable(100)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=-", "bytes=5-1", "bytes=0-1,5-6", "lines=0-1", "bytes=a-b", ""})
  void doesNotMindWhatItDoesNotUnderstand(String header) {
    assertThat(ByteRange.of(header, 100)).isNull();
  }
}
