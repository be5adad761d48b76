package systems.voltaic.magnetiq.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import systems.voltaic.magnetiq.http.Limits.Rule;

/** The buckets in use; two generations keep their number bounded without a sweep. */
final class Buckets {

  private final int generation;
  private volatile Map<String, Bucket> young = new ConcurrentHashMap<>();
  private volatile Map<String, Bucket> old = Map.of();

  Buckets(int most) {
    this.generation = most / 2;
  }

  Bucket of(String key, Rule rule) {
    Bucket bucket = young.get(key);
    if (bucket == null || !bucket.isFor(rule)) {
      bucket = bucket == null ? old.get(key) : null;
      bucket = bucket == null || !bucket.isFor(rule) ? new Bucket(key, rule) : bucket;
      bucket = keep(key, bucket, rule);
    }
    return bucket;
  }

  int size() {
    return young.size() + old.size();
  }

  private Bucket keep(String key, Bucket bucket, Rule rule) {
    if (young.size() >= generation) {
      age();
    }
    return young.merge(key, bucket, (there, mine) -> there.isFor(rule) ? there : mine);
  }

  private synchronized void age() {
    if (young.size() >= generation) {
      old = young;
      young = new ConcurrentHashMap<>();
    }
  }
}
