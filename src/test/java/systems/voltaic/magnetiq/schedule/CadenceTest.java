package systems.voltaic.magnetiq.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CadenceTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant FROM = Instant.parse("2000-01-01T00:00:00Z");
  private static final long SECONDS = Duration.ofDays(365L * 45).toSeconds();

  private static Instant instant(String text) {
    return Instant.parse(text);
  }

  @Test
  void happensEveryDayAtTheSameWallClockTime() {
    var daily = Cadence.daily(LocalTime.of(3, 0), BERLIN);

    assertThat(daily.after(instant("2026-03-28T12:00:00Z")))
        .isEqualTo(instant("2026-03-29T01:00:00Z"));
    assertThat(daily.after(instant("2026-01-10T02:00:00Z")))
        .isEqualTo(instant("2026-01-11T02:00:00Z"));
  }

  @Test
  void happensLaterWhereTheClockLeavesItsTimeOut() {
    var daily = Cadence.daily(LocalTime.of(2, 30), BERLIN);

    Instant gap = daily.after(instant("2026-03-28T12:00:00Z"));

    assertThat(gap).isEqualTo(instant("2026-03-29T01:30:00Z"));
    assertThat(daily.after(gap)).isEqualTo(instant("2026-03-30T00:30:00Z"));
  }

  @Test
  void happensOnceWhereTheClockRepeatsItsTime() {
    var daily = Cadence.daily(LocalTime.of(2, 30), BERLIN);

    Instant first = daily.after(instant("2026-10-24T12:00:00Z"));

    assertThat(first).isEqualTo(instant("2026-10-25T00:30:00Z"));
    assertThat(daily.after(first)).isEqualTo(instant("2026-10-26T01:30:00Z"));
  }

  @Test
  void skipsADayThatItsZoneNeverHad() {
    var daily = Cadence.daily(LocalTime.of(3, 0), ZoneId.of("Pacific/Apia"));

    Instant before = daily.after(instant("2011-12-29T00:00:00Z"));

    assertThat(before).isEqualTo(instant("2011-12-29T13:00:00Z"));
    assertThat(daily.after(before)).isEqualTo(instant("2011-12-30T13:00:00Z"));
  }

  @Test
  void keepsATimeThatAGapMovesPastMidnight() {
    holds(
        "late",
        LocalTime.of(23, 9),
        ZoneId.of("America/Scoresbysund"),
        Instant.parse("2036-03-29T21:41:37Z"));
  }

  @Test
  void isTheFirstMomentOfItsKindInEveryZoneAtAnyTime() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (String name : ZoneId.getAvailableZoneIds().stream().sorted().toList()) {
      for (int run = 0; run < 20; run++) {
        var zone = ZoneId.of(name);
        var time = LocalTime.of(random.nextInt(24), random.nextInt(60));
        var moment = FROM.plusSeconds(random.nextLong(SECONDS));
        holds("seed " + seed + " " + moment, time, zone, moment);
      }
    }
  }

  private static void holds(String what, LocalTime time, ZoneId zone, Instant moment) {
    Instant next = Cadence.daily(time, zone).after(moment);
    ZonedDateTime local = next.atZone(zone);
    assertThat(next).as(what + " " + zone).isAfter(moment);
    assertThat(next).as(what).isBeforeOrEqualTo(moment.plus(Duration.ofHours(51)));
    // A gap before midnight moves what it leaves out into the next day.
    assertThat(local)
        .as(what + " is that day's")
        .isIn(
            on(local.toLocalDate(), time, zone), on(local.toLocalDate().minusDays(1), time, zone));
    for (int day = -1; day <= 1; day++) {
      Instant other = local.toLocalDate().plusDays(day).atTime(time).atZone(zone).toInstant();
      assertThat(other.isAfter(moment) && other.isBefore(next))
          .as(what + " none between")
          .isFalse();
    }
  }

  private static ZonedDateTime on(LocalDate day, LocalTime time, ZoneId zone) {
    return day.atTime(time).atZone(zone);
  }

  @Test
  void neverGoesBackOverTwoYearsOfEveryZoneWithGapsAndOverlaps() {
    for (String name :
        List.of(
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "Africa/Cairo",
            "Asia/Gaza",
            "America/Santiago",
            "Pacific/Chatham",
            "Asia/Tehran")) {
      var daily = Cadence.daily(LocalTime.of(0, 0), ZoneId.of(name));
      Instant moment = instant("2024-01-01T00:00:00Z");
      for (int day = 0; day < 731; day++) {
        Instant next = daily.after(moment);
        assertThat(Duration.between(moment, next))
            .as(name)
            .isPositive()
            .isLessThanOrEqualTo(Duration.ofHours(26));
        moment = next;
      }
      assertThat(moment)
          .as(name)
          .isBetween(instant("2025-12-30T00:00:00Z"), instant("2026-01-02T00:00:00Z"));
    }
  }

  @Test
  void happensOnItsDayOfTheWeek() {
    var weekly = Cadence.weekly(DayOfWeek.SUNDAY, LocalTime.of(4, 0), BERLIN);

    Instant next = weekly.after(instant("2026-11-21T05:00:00Z"));

    assertThat(next).isEqualTo(instant("2026-11-22T03:00:00Z"));
    assertThat(weekly.after(next)).isEqualTo(instant("2026-11-29T03:00:00Z"));
    assertThat(weekly.after(next.minusMillis(1))).isEqualTo(next);
  }

  @Test
  void countsPeriodsFromTheEpoch() {
    var every = Cadence.every(Duration.ofMinutes(10));

    assertThat(every.after(instant("2026-01-01T00:09:59.999Z")))
        .isEqualTo(instant("2026-01-01T00:10:00Z"));
    assertThat(every.after(instant("2026-01-01T00:10:00Z")))
        .isEqualTo(instant("2026-01-01T00:20:00Z"));
  }

  @Test
  void happensAtItsMinuteOfEveryHour() {
    var hourly = Cadence.hourly(17);

    assertThat(hourly.after(instant("2026-01-01T00:17:00Z")))
        .isEqualTo(instant("2026-01-01T01:17:00Z"));
    assertThat(hourly.after(instant("2026-01-01T00:16:59.999Z")))
        .isEqualTo(instant("2026-01-01T00:17:00Z"));
  }

  @Test
  void refusesWhatIsTooFastOrOffTheHour() {
    assertThatThrownBy(() -> Cadence.every(Duration.ofMillis(10)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Cadence.hourly(60)).isInstanceOf(IllegalArgumentException.class);
  }
}
