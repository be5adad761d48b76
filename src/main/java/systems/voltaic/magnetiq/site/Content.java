package systems.voltaic.magnetiq.site;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import systems.voltaic.magnetiq.access.Language;

/** What the site shows, wherever it is kept; objects are written as the contract describes them. */
public interface Content {

  /**
   * What stands at a path, without the prefix of its language and the first slash: home is empty.
   * Fails with NOT_FOUND, or with GONE, where nothing does.
   */
  Future<Found> find(Language language, String path);

  /** The contract's Frame. */
  Future<Object> frame(Language language);

  /** A page, or where it went. */
  sealed interface Found permits Page, Moved {}

  /**
   * Something to show.
   *
   * @param view the contract's PageView
   * @param validUntil when it turns wrong by itself
   */
  record Page(Object view, Instant modified, Optional<Instant> validUntil) implements Found {}

  /**
   * Something that is elsewhere now.
   *
   * @param location a path of this site, with the prefix of its language, or a whole address
   */
  record Moved(String location) implements Found {}
}
