package systems.voltaic.magnetiq.people.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Argon2MemoryTest {

  /** One for all: what a hash leaves behind must not change the next. */
  private static final Argon2Memory MEMORY = new Argon2Memory(worked -> {});

  private static final Sample STANDARD =
      new Sample(Argon2.STANDARD, "a quiet harbour town", "0123456789abcdef", 32);

  static Stream<Sample> samples() {
    var random = new Random(9106);
    return Stream.concat(
        Stream.of(STANDARD), IntStream.range(0, 200).mapToObj(number -> sample(random)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void hashesLikeAnybodyElse(Sample sample) {
    assertThat(sample.hashed(MEMORY)).isEqualTo(others(sample));
  }

  @Test
  void letsOthersWorkEveryFewBlocks() {
    var worked = new ArrayList<Long>();
    long began = System.nanoTime();

    STANDARD.hashed(new Argon2Memory(worked::add));

    int blocks = STANDARD.cost.memory() * STANDARD.cost.passes();
    assertThat(worked).hasSizeGreaterThanOrEqualTo(blocks / 256 - 8);
    assertThat(worked.stream().mapToLong(nanos -> nanos).sum())
        .isLessThanOrEqualTo(System.nanoTime() - began);
  }

  /** As the library of the field has it. */
  private static byte[] others(Sample sample) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(sample.cost.memory())
            .withIterations(sample.cost.passes())
            .withParallelism(sample.cost.lanes())
            .withSalt(sample.salt.getBytes(UTF_8))
            .build());
    var hash = new byte[sample.length];
    generator.generateBytes(sample.password.getBytes(UTF_8), hash);
    return hash;
  }

  private static Sample sample(Random random) {
    int lanes = 1 + random.nextInt(4);
    var cost = new Argon2(8 * lanes + random.nextInt(1_500), 1 + random.nextInt(4), lanes);
    String password = letters(random, random.nextInt(130));
    return new Sample(
        cost, password, letters(random, 8 + random.nextInt(60)), 4 + random.nextInt(200));
  }

  private static String letters(Random random, int length) {
    return random
        .ints(length, 'A', 'z')
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private record Sample(Argon2 cost, String password, String salt, int length) {

    byte[] hashed(Argon2Memory memory) {
      return memory.hash(cost, password.getBytes(UTF_8), salt.getBytes(UTF_8), length);
    }
  }
}
