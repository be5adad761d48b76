package systems.voltaic.magnetiq.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import systems.voltaic.magnetiq.fault.Fault;

/** Moments as a query names them: a day (its first moment, UTC), or an instant with its offset. */
final class Moments {

  private static final int DAY = 10;

  static Instant parse(String name, String text) {
    try {
      return text.length() == DAY
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      var detail = new Fault.Detail("/" + name, "format", "not a moment as in RFC 3339");
      throw Fault.invalid("invalid", name + " is not a moment", List.of(detail));
    }
  }

  private Moments() {}
}
