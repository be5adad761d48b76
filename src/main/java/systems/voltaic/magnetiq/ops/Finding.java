package systems.voltaic.magnetiq.ops;

import java.util.Map;

/** What a probe saw just now; details carry no secret. */
public record Finding(Status status, Map<String, Object> details) {

  public enum Status {
    UP,
    DEGRADED,
    DOWN
  }

  public static Finding up(Map<String, Object> details) {
    return new Finding(Status.UP, details);
  }

  public static Finding degraded(Map<String, Object> details) {
    return new Finding(Status.DEGRADED, details);
  }

  public static Finding down(Map<String, Object> details) {
    return new Finding(Status.DOWN, details);
  }

  /** Up below the warning, degraded from there, down from the limit. */
  static Status judge(double value, double warning, double limit) {
    if (value >= limit) {
      return Status.DOWN;
    }
    return value >= warning ? Status.DEGRADED : Status.UP;
  }
}
