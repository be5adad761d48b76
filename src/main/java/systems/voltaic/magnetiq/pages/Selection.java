package systems.voltaic.magnetiq.pages;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.fault.Fault;

/**
 * Which published pages, newest first.
 *
 * @param withFallback whether English ones stand in for missing translations
 * @param withHidden whether those count that search engines are kept from
 * @param after the last one that was seen
 */
record Selection(
    Language language,
    boolean withFallback,
    Optional<List<String>> types,
    Optional<String> tag,
    boolean withHidden,
    Optional<Last> after,
    int limit) {

  /** Where a list went on to; two pages may have been published at the same moment. */
  record Last(Instant publishedAt, UUID id) {

    private static final long MOST_MICROS = 60_000_000_000_000_000L;

    static Last of(String cursor) {
      try {
        String[] parts = cursor.split("_", 2);
        long micros = Long.parseLong(parts[0]);
        return new Last(instant(micros), UUID.fromString(parts[1]));
      } catch (RuntimeException e) {
        var detail = new Fault.Detail("/cursor", "cursor", "not a nextCursor of this list");
        throw Fault.invalid("invalid", "the cursor is not one of this list", List.of(detail));
      }
    }

    private static Instant instant(long micros) {
      if (Math.abs(micros) > MOST_MICROS) {
        throw new IllegalArgumentException("no page is that old");
      }
      return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static String cursor(PageSummary last) {
      return ChronoUnit.MICROS.between(Instant.EPOCH, last.publishedAt()) + "_" + last.id();
    }
  }

  static Selection all(Language language, int limit) {
    return new Selection(
        language, true, Optional.empty(), Optional.empty(), true, Optional.empty(), limit);
  }

  Selection types(Optional<List<String>> some) {
    return new Selection(language, withFallback, some, tag, withHidden, after, limit);
  }

  Selection tag(Optional<String> one) {
    return new Selection(language, withFallback, types, one, withHidden, after, limit);
  }

  Selection after(Optional<Last> last) {
    return new Selection(language, withFallback, types, tag, withHidden, last, limit);
  }

  Selection withoutHidden() {
    return new Selection(language, withFallback, types, tag, false, after, limit);
  }

  Selection withoutFallback() {
    return new Selection(language, false, types, tag, withHidden, after, limit);
  }

  Selection oneMore() {
    return new Selection(language, withFallback, types, tag, withHidden, after, limit + 1);
  }
}
