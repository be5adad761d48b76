package systems.voltaic.magnetiq.http;

import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import systems.voltaic.magnetiq.http.Limits.Window;
import systems.voltaic.magnetiq.redis.Script;

/**
 * GCRA in Redis, many buckets in one call. Only Redis's clock is used, and what comes back is how
 * much is used, not when it is due: instances need not agree on the time.
 */
final class SharedGcra {

  private static final Script COUNT =
      Script.of(
          """
          local time = redis.call('TIME')
          local now = time[1] * 1000000 + time[2]
          local strict = ARGV[1] == '1'
          local due = {}
          local refused = false
          for i, key in ipairs(KEYS) do
            local interval = tonumber(ARGV[3 * i - 1])
            local tolerance = tonumber(ARGV[3 * i])
            local taken = tonumber(ARGV[3 * i + 1])
            local seen = math.max(tonumber(redis.call('GET', key) or 0), now)
            due[i] = seen + interval * taken
            refused = refused or (strict and due[i] - now > tolerance)
          end
          local used = {}
          for i, key in ipairs(KEYS) do
            if not refused then
              local life = math.ceil((due[i] - now) / 1000) + 1000
              redis.call('SET', key, string.format('%.0f', due[i]), 'PX', string.format('%.0f', life))
            end
            used[i] = string.format('%.0f', due[i] - now)
          end
          return {refused and '1' or '0', used}
          """);

  /** What one instance took of one bucket since it last told. */
  record Taken(Bucket bucket, int count) {}

  private final SharedCounter counter;

  SharedGcra(SharedCounter counter) {
    this.counter = counter;
  }

  /** Tells and learns; nothing is refused any more. */
  Future<Void> tell(List<Taken> all, long now) {
    return eval(false, all).onSuccess(answer -> learn(all, answer.get(1), now)).mapEmpty();
  }

  /** True when there was one left for all instances together. */
  Future<Boolean> take(Bucket bucket, long now) {
    var one = List.of(new Taken(bucket, 1));
    return eval(true, one)
        .onSuccess(answer -> learn(one, answer.get(1), now))
        .map(answer -> answer.get(0).toString().equals("0"));
  }

  private static void learn(List<Taken> all, Response used, long now) {
    int next = 0;
    for (Taken taken : all) {
      for (int i = 0; i < taken.bucket().windows().size(); i++) {
        taken.bucket().learn(i, now + used.get(next++).toLong());
      }
    }
  }

  private Future<Response> eval(boolean strict, List<Taken> all) {
    var keys = new ArrayList<String>();
    var arguments = new ArrayList<Object>();
    arguments.add(strict ? "1" : "0");
    for (Taken taken : all) {
      List<Window> windows = taken.bucket().windows();
      for (int i = 0; i < windows.size(); i++) {
        keys.add("{limit}:" + taken.bucket().key() + ":" + i);
        arguments.add(windows.get(i).intervalMicros());
        arguments.add(windows.get(i).toleranceMicros());
        arguments.add(taken.count());
      }
    }
    return counter.eval(COUNT, keys, arguments.toArray());
  }
}
