package systems.voltaic.magnetiq.ops;

import java.time.Instant;
import java.util.Map;

/**
 * The last answer of a probe.
 *
 * @param since when it took on this status
 * @param effect what a visitor notices; absent while it is up
 */
public record ProbeResult(
    String name,
    boolean core,
    String status,
    double latencyMilliseconds,
    Instant since,
    Instant checked,
    Map<String, Object> details,
    String effect) {

  boolean up() {
    return status.equals("up");
  }

  boolean down() {
    return status.equals("down");
  }
}
