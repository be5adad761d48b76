package systems.voltaic.magnetiq.site;

import java.time.Duration;
import systems.voltaic.magnetiq.cache.Policy;

/** How long pages may be used, here and on their way. */
final class PagePolicies {

  /** How long a visitor waits for a page that is being made. */
  static final Duration PATIENCE = Duration.ofMillis(300);

  /** And for the shell that stands in for it, after which there would only be an error. */
  static final Duration LAST_PATIENCE = Duration.ofSeconds(2);

  static final String CONTENT_SECURITY =
      "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline';"
          + " img-src 'self'; font-src 'self'; media-src 'self'; connect-src 'self';"
          + " manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
          + " frame-src https://www.youtube-nocookie.com https://player.vimeo.com";

  private static final Policy SHORT = Policy.of(Duration.ofHours(1));

  // Gives the previous bytes a little before the shell would stand in.
  static final Policy PAGE =
      new Policy(
          SHORT.fresh(),
          SHORT.stale(),
          Duration.ofDays(7),
          PATIENCE.minusMillis(50),
          SHORT.cacheControl());

  /** For what stands in: nobody on the way may keep it. */
  static final Policy STAND_IN =
      new Policy(Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO, PATIENCE, "no-store");

  /** For what says that something is wrong: it must not take the place of a page. */
  static final Policy TROUBLE =
      new Policy(SHORT.fresh(), SHORT.stale(), Duration.ofDays(7), PATIENCE, "no-store");

  /** Takes the place of the pages that the edge has, and leaves it as soon as it is over. */
  static final Policy MAINTENANCE =
      new Policy(
          SHORT.fresh(),
          SHORT.stale(),
          Duration.ofDays(7),
          PATIENCE,
          "public, max-age=0, s-maxage=1, must-revalidate");

  private PagePolicies() {}
}
