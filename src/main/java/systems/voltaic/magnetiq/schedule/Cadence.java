package systems.voltaic.magnetiq.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * When something happens again and again. A wall-clock time that a change of offset leaves out
 * happens as much later as the gap is wide; one that it repeats happens the first time only.
 */
public sealed interface Cadence {

  /** The first moment after the given one. */
  Instant after(Instant moment);

  /** The same for the same cadence, and another for another. */
  String text();

  static Cadence every(Duration period) {
    return new Every(period, Duration.ZERO);
  }

  /** At a minute of every hour; for zones that are a fraction of an hour off, of the UTC hour. */
  static Cadence hourly(int minute) {
    return new Every(Duration.ofHours(1), Duration.ofMinutes(minute));
  }

  static Cadence daily(LocalTime time, ZoneId zone) {
    return new Daily(time, zone);
  }

  static Cadence weekly(DayOfWeek day, LocalTime time, ZoneId zone) {
    return new Weekly(day, time, zone);
  }

  /** Counted from the epoch, so that all instances agree. */
  record Every(Duration period, Duration offset) implements Cadence {

    public Every {
      if (period.compareTo(Duration.ofSeconds(1)) < 0) {
        throw new IllegalArgumentException("a cadence is a second or slower");
      }
      if (offset.isNegative() || offset.compareTo(period) >= 0) {
        throw new IllegalArgumentException("an offset is shorter than its period");
      }
    }

    @Override
    public Instant after(Instant moment) {
      long phase = Math.floorMod(moment.toEpochMilli() - offset.toMillis(), period.toMillis());
      return Instant.ofEpochMilli(moment.toEpochMilli() - phase + period.toMillis());
    }

    @Override
    public String text() {
      return "every " + period + (offset.isZero() ? "" : " at " + offset);
    }
  }

  /** Once a day. */
  record Daily(LocalTime time, ZoneId zone) implements Cadence {

    @Override
    public Instant after(Instant moment) {
      LocalDate before = moment.atZone(zone).toLocalDate().minusDays(2);
      return first(before, day -> day.plusDays(1), time, zone, moment);
    }

    @Override
    public String text() {
      return "daily at " + time + " " + zone;
    }
  }

  /** Once a week. */
  record Weekly(DayOfWeek day, LocalTime time, ZoneId zone) implements Cadence {

    @Override
    public Instant after(Instant moment) {
      LocalDate before = moment.atZone(zone).toLocalDate().minusDays(9);
      LocalDate start = before.with(TemporalAdjusters.nextOrSame(day));
      return first(start, date -> date.plusWeeks(1), time, zone, moment);
    }

    @Override
    public String text() {
      String name = day.name().toLowerCase(Locale.ROOT);
      return "weekly on " + name + " at " + time + " " + zone;
    }
  }

  private static Instant first(
      LocalDate start, UnaryOperator<LocalDate> next, LocalTime time, ZoneId zone, Instant moment) {
    LocalDate day = start;
    while (!day.atTime(time).atZone(zone).toInstant().isAfter(moment)) {
      day = next.apply(day);
    }
    return day.atTime(time).atZone(zone).toInstant();
  }
}
