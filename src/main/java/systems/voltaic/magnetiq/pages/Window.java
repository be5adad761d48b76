package systems.voltaic.magnetiq.pages;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import systems.voltaic.magnetiq.fault.Fault;

/**
 * When visitors see a page.
 *
 * @param from null for at once
 * @param until null for always
 */
public record Window(Instant from, Instant until) {

  static final Window NOW = new Window(null, null);

  /** As it is sent. */
  record Request(String publishAt, String unpublishAt) {

    Window read() {
      return new Window(instant("/publishAt", publishAt), instant("/unpublishAt", unpublishAt));
    }

    private static Instant instant(String pointer, String text) {
      try {
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeException e) {
        var detail = new Fault.Detail(pointer, "format", "is no date and time with an offset");
        throw Fault.invalid("invalid", "the request does not match the contract", List.of(detail));
      }
    }
  }

  /** Nothing left open, and possible: a page that is seen stays seen. */
  Window settled(Edition of, Instant now) {
    Instant begin = from != null ? from : of.isLive() ? of.publishAt() : now;
    if (begin.isAfter(now) && of.isLive()) {
      throw Fault.rule("page-live", "the page is published: a change to it is published at once");
    }
    if (until != null && (!until.isAfter(begin) || !until.isAfter(now))) {
      throw Fault.rule("page-window", "the publication would end before it begins, or has ended");
    }
    return new Window(begin, until);
  }
}
