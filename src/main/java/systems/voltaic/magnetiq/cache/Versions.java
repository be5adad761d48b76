package systems.voltaic.magnetiq.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The newest version of each tag that this instance knows of. Versions are microseconds that only
 * grow, so one that was lost with Redis can never come again for other content.
 */
final class Versions {

  private final Clock clock;
  private final Cache<String, Long> known =
      Caffeine.newBuilder().maximumSize(100_000).executor(Runnable::run).build();
  private final AtomicLong generation = new AtomicLong();
  private final List<Consumer<String>> watchers = new CopyOnWriteArrayList<>();

  Versions(Clock clock) {
    this.clock = clock;
  }

  /** The version a change made here gets, unless another instance is already further. */
  long next(String tag) {
    long now = TimeUnit.MILLISECONDS.toMicros(clock.millis());
    long next = Math.max(now, known(tag) + 1);
    learn(tag, next);
    return next;
  }

  void learn(String tag, long version) {
    boolean news = version > known(tag);
    known.asMap().merge(tag, version, Math::max);
    generation.incrementAndGet();
    if (news) {
      watchers.forEach(watcher -> watcher.accept(tag));
    }
  }

  void watch(Consumer<String> changes) {
    watchers.add(changes);
  }

  /** Grows with every change, so that an unchanged generation means unchanged tags. */
  long generation() {
    return generation.get();
  }

  boolean outdated(Map<String, Long> madeFrom) {
    for (Map.Entry<String, Long> tag : madeFrom.entrySet()) {
      if (tag.getValue() < known(tag.getKey())) {
        return true;
      }
    }
    return false;
  }

  Map<String, Long> current(Collection<String> tags) {
    Map<String, Long> current = new LinkedHashMap<>();
    tags.forEach(tag -> current.put(tag, known(tag)));
    return current;
  }

  void learn(List<String> tags, List<Long> versions) {
    for (int i = 0; i < tags.size(); i++) {
      if (versions.get(i) > known(tags.get(i))) {
        learn(tags.get(i), versions.get(i));
      }
    }
  }

  private long known(String tag) {
    Long version = known.getIfPresent(tag);
    return version == null ? 0 : version;
  }
}
