package systems.voltaic.magnetiq.db;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Who wrote within the last two seconds, here or on another instance: they read the primary. */
public final class RecentWriters {

  private static final long MEMORY = Duration.ofSeconds(2).toNanos();
  private static final int BOUND = 100_000;

  private final Map<String, Long> until = new ConcurrentHashMap<>();
  private final LongSupplier nanos;
  private final Consumer<String> tellOthers;
  private final BooleanSupplier othersTellUs;

  /**
   * @param othersTellUs false while word of other instances' writes may be lost
   */
  public RecentWriters(
      LongSupplier nanos, Consumer<String> tellOthers, BooleanSupplier othersTellUs) {
    this.nanos = nanos;
    this.tellOthers = tellOthers;
    this.othersTellUs = othersTellUs;
  }

  /** For an instance whose reads all go to the primary anyway. */
  public static RecentWriters none() {
    return new RecentWriters(System::nanoTime, client -> {}, () -> false);
  }

  void mark(String client) {
    heard(client);
    tellOthers.accept(client);
  }

  /** Another instance says that this client wrote. */
  public void heard(String client) {
    if (until.size() >= BOUND) {
      until.values().removeIf(end -> end - nanos.getAsLong() < 0);
    }
    until.put(client, nanos.getAsLong() + MEMORY);
  }

  boolean wrote(String client) {
    Long end = until.get(client);
    return end != null && end - nanos.getAsLong() > 0;
  }

  boolean canTell() {
    return until.size() < BOUND && othersTellUs.getAsBoolean();
  }
}
