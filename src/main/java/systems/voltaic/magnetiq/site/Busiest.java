package systems.voltaic.magnetiq.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Which pages are asked for most. */
final class Busiest {

  private static final int COUNTED = 1_000;

  private final Cache<String, LongAdder> visits =
      Caffeine.newBuilder().maximumSize(COUNTED).executor(Runnable::run).build();

  void seen(String path) {
    visits.get(path, first -> new LongAdder()).increment();
  }

  List<String> most(int pages) {
    return visits.asMap().entrySet().stream()
        .map(e -> Map.entry(e.getKey(), e.getValue().sum()))
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .limit(pages)
        .map(Map.Entry::getKey)
        .toList();
  }
}
