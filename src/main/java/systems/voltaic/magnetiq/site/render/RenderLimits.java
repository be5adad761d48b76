package systems.voltaic.magnetiq.site.render;

import java.time.Duration;

/**
 * What rendering may take.
 *
 * @param workers threads, each with a context of its own
 * @param waiting views in the queue; more are refused at once
 * @param run how long the script may work on one page
 * @param patience how long a view may wait for its turn
 * @param grudge how long a view that failed is not tried again
 */
public record RenderLimits(
    int workers, int waiting, Duration run, Duration patience, Duration grudge) {

  public static RenderLimits standard() {
    return new RenderLimits(
        2, 64, Duration.ofSeconds(5), Duration.ofSeconds(8), Duration.ofSeconds(10));
  }
}
