package systems.voltaic.magnetiq.ops;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Looks at one thing the platform depends on. */
public interface Probe {

  enum Group {
    CORE,
    EXTERNAL
  }

  String name();

  Group group();

  /** Without it the platform as a whole counts as unhealthy. */
  boolean core();

  /** What a visitor notices while it is not up, in one sentence. */
  String effect();

  Future<Finding> check();

  default Duration deadline() {
    return Duration.ofSeconds(2);
  }

  /** Up when the check succeeds. */
  static Probe reachable(
      String name, Group group, boolean core, String effect, Supplier<Future<?>> check) {
    return of(name, group, core, effect, () -> check.get().map(any -> Finding.up(Map.of())));
  }

  static Probe of(
      String name, Group group, boolean core, String effect, Supplier<Future<Finding>> check) {
    return new Probe() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Group group() {
        return group;
      }

      @Override
      public boolean core() {
        return core;
      }

      @Override
      public String effect() {
        return effect;
      }

      @Override
      public Future<Finding> check() {
        return check.get();
      }
    };
  }
}
