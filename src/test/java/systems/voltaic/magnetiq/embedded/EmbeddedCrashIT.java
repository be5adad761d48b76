package systems.voltaic.magnetiq.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Order(Integer.MAX_VALUE)
class EmbeddedCrashIT {
  private static final int ROWS = 300;
  private static final List<String> ACKNOWLEDGED = new ArrayList<>();

  /** Shared by all cycles, so that each one recovers what the one before left. */
  @TempDir private static Path data;

  @RepeatedTest(10)
  void keepsEveryAcknowledgedWriteThroughAKill(RepetitionInfo cycle) throws Exception {
    var everything = cycle.getCurrentRepetition() % 2 == 0;
    var servers = writeUntilKilled(everything);
    var progress = new ArrayList<String>();

    try (var embedded = Embedded.start(data, Trial.both(), progress::add)) {
      assertThat(servers).noneMatch(Trial::lives);
      assertThat(rows(embedded)).containsAll(ACKNOWLEDGED);
      assertThat(copies(embedded)).isEqualTo(ACKNOWLEDGED.size());
    }
    assertThat(progress.stream().filter(line -> line.contains("left behind")).count())
        .isEqualTo(everything ? 0 : 2);
  }

  @Test
  void startsPostgresAgainAtTheSameAddressWhenItWasKilled(@TempDir Path other) throws Exception {
    try (var embedded = Trial.start(Trial.furnish(other), Trial.postgres());
        var busy = Sessions.open(embedded.databaseUrl().orElseThrow())) {
      var url = embedded.databaseUrl().orElseThrow();
      Sessions.runOnce(url, "CREATE TABLE kept AS SELECT 42 AS answer");
      var counting = countForMinutes(busy, url);

      Trial.kill(embedded.postgresPid());

      Trial.until("Postgres answers again", () -> answers(url, "SELECT 1"));
      assertThat(Sessions.askOnce(url, "SELECT answer FROM kept")).isEqualTo("42");
      assertThat(Trial.lives(counting)).isFalse();
    }
  }

  @Test
  void startsPostgresAgainHoweverOftenItIsKilled(@TempDir Path other) throws Exception {
    try (var embedded = Trial.start(Trial.furnish(other), Trial.postgres())) {
      for (var time = 0; time < 3; time++) {
        var killed = embedded.postgresPid();
        Trial.kill(killed);
        Trial.until("another Postgres runs", () -> embedded.postgresPid() != killed);
        Trial.until("it answers", () -> answers(embedded.databaseUrl().orElseThrow(), "SELECT 1"));
      }
    }
  }

  @Test
  void startsRedisAgainAtTheSameAddressWhenItWasKilled(@TempDir Path other) throws Exception {
    try (var embedded = Trial.start(other, Trial.redis())) {
      var url = embedded.redisUrl().orElseThrow();
      assertThat(askRedis(url, "SET kept yes")).isEqualTo("+OK");

      Trial.kill(embedded.redisPid());

      Trial.until("Redis answers again", () -> "yes".equals(askRedis(url, "GET kept")));
    }
  }

  @Test
  void staysClosedWhenItIsClosedRightAfterACrash(@TempDir Path other) throws Exception {
    var embedded = Trial.start(Trial.furnish(other), Trial.postgres());
    Trial.kill(embedded.postgresPid());

    embedded.close();

    try (var again = Trial.start(other, Trial.postgres())) {
      assertThat(answers(again.databaseUrl().orElseThrow(), "SELECT 1")).isTrue();
    }
  }

  /** The servers it left, when the writer alone was killed; else they are gone with it. */
  private static List<Long> writeUntilKilled(boolean everything) throws IOException {
    var writer = Trial.program(Writing.class, data);
    var servers = new ArrayList<Long>();
    try (var said =
        new BufferedReader(
            new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
      var rows = 0;
      for (var line = said.readLine(); line != null && rows < ROWS; line = said.readLine()) {
        rows += heard(line, servers) ? 1 : 0;
      }
      var others = writer.descendants().toList();
      Trial.kill(writer.pid());
      if (everything) {
        others.forEach(ProcessHandle::destroyForcibly);
        Trial.until("all are dead", () -> others.stream().noneMatch(one -> Trial.lives(one.pid())));
      }
      said.lines().forEach(line -> heard(line, servers));
    }
    assertThat(servers).hasSize(2);
    return servers;
  }

  private static boolean heard(String line, List<Long> servers) {
    var words = line.split(" ", -1);
    if (words[0].equals("written")) {
      return ACKNOWLEDGED.add(words[1]);
    }
    if (words[0].equals("postgres") || words[0].equals("redis")) {
      servers.add(Long.valueOf(words[1]));
    }
    return false;
  }

  private static List<String> rows(Embedded embedded) throws SQLException {
    var all = "SELECT coalesce(string_agg(id::text, ','), '') FROM written";
    return List.of(Sessions.askOnce(embedded.databaseUrl().orElseThrow(), all).split(",", -1));
  }

  /** How many of the acknowledged rows Redis knows. */
  private static int copies(Embedded embedded) throws IOException {
    try (var redis = new RedisSession(embedded.redisUrl().orElseThrow())) {
      var known = 0;
      for (var id : ACKNOWLEDGED) {
        known += "yes".equals(redis.ask("GET written:" + id)) ? 1 : 0;
      }
      return known;
    }
  }

  /** A session too busy to notice that its server died; returns its process. */
  private static long countForMinutes(Connection session, String url) throws SQLException {
    var pid = Sessions.ask(session, "SELECT pg_backend_pid()");
    CompletableFuture.runAsync(
        () -> answers(session, "SELECT count(*) FROM generate_series(1, 9e9)"),
        task -> new Thread(task, "busy session").start());
    var active = "SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND pid = " + pid;
    Trial.until("the session is busy", () -> answers(url, active));
    return Long.parseLong(pid);
  }

  private static boolean answers(String url, String question) {
    try (var session = Sessions.open(url)) {
      return answers(session, question);
    } catch (SQLException e) {
      return false;
    }
  }

  private static boolean answers(Connection session, String question) {
    try {
      return Sessions.ask(session, question) != null;
    } catch (SQLException e) {
      return false;
    }
  }

  private static String askRedis(String url, String command) {
    try (var redis = new RedisSession(url)) {
      return redis.ask(command);
    } catch (IOException e) {
      return "";
    }
  }
}
