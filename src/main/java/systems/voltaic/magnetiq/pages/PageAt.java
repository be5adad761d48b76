package systems.voltaic.magnetiq.pages;

import java.time.Instant;
import java.util.Optional;

/** What is found at an address. */
public sealed interface PageAt {

  /**
   * A page.
   *
   * @param validUntil when a schedule next changes what visitors see
   */
  record Found(PageView page, Optional<Instant> validUntil) implements PageAt {}

  /**
   * It moved for good.
   *
   * @param to as in the address bar
   */
  record Moved(String to) implements PageAt {}

  record Missing() implements PageAt {}
}
