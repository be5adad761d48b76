package systems.voltaic.magnetiq.id;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Ids that sort by the time they were made and tell nothing else (RFC 9562, version 7). */
public final class Uuid7 implements Supplier<UUID> {

  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final Clock clock;
  private final RandomGenerator random;

  public Uuid7(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  @Override
  public UUID get() {
    long high = (clock.millis() << 16) | VERSION | (random.nextLong() & 0xFFF);
    long low = (random.nextLong() >>> 2) | VARIANT;
    return new UUID(high, low);
  }
}
