package systems.voltaic.magnetiq.people.login;

import static org.assertj.core.api.Assertions.assertThat;
import static systems.voltaic.magnetiq.people.login.LoginRoom.HOME;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.testkit.BlockedLoops;
import systems.voltaic.magnetiq.testkit.Punctual;
import systems.voltaic.magnetiq.testkit.Sql;

/** How long an answer takes tells nothing. */
@Punctual
@Isolated("it holds the platform to times")
class LoginTimingIT {

  private static final int TRIES = 500;
  private static final int WARM_UP = 60;
  private static final Duration MOST = Duration.ofSeconds(25);
  private static final double NOISE = 0.02;
  private static final List<String> WHO =
      List.of("known@example.com", "nobody@example.com", "gone@example.com", "new@example.com");

  private static LoginRoom room;

  private final Random order = new Random(11);

  @BeforeAll
  static void open() {
    room = new LoginRoom(new Argon2(1024, 1, 1), 2, 32);
    room.active("known@example.com");
    room.person("gone@example.com", "deactivated", "editor");
    room.person("new@example.com", "invited", "editor");
  }

  @AfterAll
  static void close() {
    room.close();
  }

  @Test
  void aRefusalTakesAsLongForEverybody() {
    assertAlike("login", who -> room.login(HOME, who, "something else entirely"));
  }

  @Test
  void askingForAResetTakesAsLongForEverybody() {
    assertAlike("reset", who -> room.post("requestReset", Map.of("email", who)));
  }

  /**
   * One after the other in an order that changes, 500 times each, and on until each one's odd and
   * even times agree, so that a busy machine is not taken for a difference. The clock moves on, so
   * nobody is locked, and nobody works on what was asked for, so nothing is paid for by who is
   * next.
   */
  private void assertAlike(String what, Function<String, Future<Answer>> ask) {
    Map<String, List<Long>> all = new LinkedHashMap<>();
    WHO.forEach(who -> all.put(who, new ArrayList<>()));
    var round = new ArrayList<>(WHO);
    long end = System.nanoTime() + MOST.toNanos();
    for (int i = 0; i < WARM_UP + TRIES || (isNoisy(all) && System.nanoTime() < end); i++) {
      ask(ask, all, round);
    }
    long known = median(all.get(WHO.get(0)));
    var ratios = new LinkedHashMap<String, Double>();
    all.forEach((who, times) -> ratios.put(who, (double) median(times) / known));
    assertThat(ratios.values())
        .as("%s: medians of %d µs, %d times", what, known / 1000, all.get(WHO.get(0)).size())
        .allSatisfy(ratio -> assertThat(ratio).isBetween(0.95, 1.05));
  }

  private void ask(
      Function<String, Future<Answer>> ask, Map<String, List<Long>> all, List<String> round) {
    Collections.shuffle(round, order);
    room.clock.advance(Duration.ofHours(13));
    room.forgetJobs();
    for (String who : round) {
      long begun = System.nanoTime();
      ask.apply(who).transform(done -> Future.succeededFuture()).await();
      all.get(who).add(System.nanoTime() - begun);
    }
  }

  private static boolean isNoisy(Map<String, List<Long>> all) {
    return all.values().stream()
        .anyMatch(times -> Math.abs(1 - (double) half(times, 0) / half(times, 1)) > NOISE);
  }

  private static long half(List<Long> times, int odd) {
    return median(
        IntStream.range(0, times.size() / 2).mapToObj(i -> times.get(2 * i + odd)).toList());
  }

  private static long median(List<Long> times) {
    var sorted = times.stream().skip(WARM_UP / 2).sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  @Test
  void aStormBlocksNoLoopAndWhoIsTooMuchIsToldSo() {
    try (var storm = new LoginRoom(Argon2.STANDARD, 2, 32);
        var blocked = BlockedLoops.listen()) {
      storm.login(HOME, "first@example.com", "whatever it may be").otherwiseEmpty().await();
      var all =
          IntStream.range(0, 64)
              .mapToObj(i -> storm.login(HOME, "who" + i + "@example.com", "whatever it may be"))
              .toList();
      Future.join(all).transform(done -> Future.succeededFuture()).await();

      var codes = all.stream().map(f -> ((Fault) f.cause())).toList();
      assertThat(codes)
          .allMatch(f -> f.code().equals("login-busy") || f.code().equals("login-refused"));
      var busy = codes.stream().filter(f -> f.code().equals("login-busy")).toList();
      assertThat(busy).hasSizeBetween(1, 30).allMatch(f -> f.retryAfter().isPresent());
      assertThat(Sql.number(storm.url, "SELECT count(*) FROM login_failure WHERE failures > 0"))
          .as("only what was looked at counts")
          .isEqualTo(2 * (65 - busy.size()));
      blocked.assertNone();
    }
  }
}
