package systems.voltaic.magnetiq.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedIT {
  @TempDir private static Path data;
  private static Embedded embedded;
  private static String database;

  @BeforeAll
  static void start() throws EmbeddedFailure {
    embedded = Trial.start(data, Trial.both());
    database = embedded.databaseUrl().orElseThrow();
  }

  @AfterAll
  static void stop() {
    embedded.close();
  }

  @ParameterizedTest
  @CsvSource({
    "fsync, on",
    "synchronous_commit, on",
    "full_page_writes, on",
    "data_checksums, on",
    "listen_addresses, 127.0.0.1",
    "password_encryption, scram-sha-256",
    "max_connections, 200",
    "server_encoding, UTF8"
  })
  void runsPostgresDurableAndPrivate(String setting, String value) throws SQLException {
    assertThat(Sessions.askOnce(database, "SHOW " + setting)).isEqualTo(value);
  }

  @Test
  void staysDurableWhateverTheSettingsOfTheClusterSay(@TempDir Path other) throws Exception {
    try (var first = Trial.start(Trial.furnish(other), Trial.postgres())) {
      Sessions.runOnce(first.adminDatabaseUrl().orElseThrow(), "ALTER SYSTEM SET fsync = off");
    }
    var careless = Trial.postgres().withSettings(Map.of("full_page_writes", "off"));
    try (var second = Trial.start(other, careless)) {
      var url = second.databaseUrl().orElseThrow();
      assertThat(Sessions.askOnce(url, "SHOW fsync")).isEqualTo("on");
      assertThat(Sessions.askOnce(url, "SHOW full_page_writes")).isEqualTo("on");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"magnetiq", "postgres"})
  void refusesAWrongPassword(String user) {
    assertThatThrownBy(() -> Sessions.open(database, user, "guessed").close())
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void refusesRedisWithoutItsPassword() throws Exception {
    var url = embedded.redisUrl().orElseThrow().replaceAll(":[^:]*@", ":guessed@");
    try (var redis = new RedisSession(url)) {
      assertThat(redis.ask("PING")).startsWith("-NOAUTH");
    }
  }

  @ParameterizedTest
  @CsvSource({"appendonly, yes", "appendfsync, everysec", "bind, 127.0.0.1"})
  void runsRedisDurableAndPrivate(String setting, String value) throws Exception {
    try (var redis = new RedisSession(embedded.redisUrl().orElseThrow())) {
      assertThat(redis.ask("CONFIG GET " + setting)).isEqualTo("*2");
      assertThat(List.of(redis.ask(""), redis.ask(""))).containsExactly(setting, value);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"btree_gist", "pg_trgm", "pgcrypto", "citext", "unaccent"})
  void letsTheProgramLoadExtensions(String extension) throws SQLException {
    Sessions.runOnce(database, "CREATE EXTENSION " + extension);
  }

  @Test
  void givesTheProgramARoleThatIsNoSuperuser() throws SQLException {
    assertThat(Sessions.askOnce(database, "SHOW is_superuser")).isEqualTo("off");
    assertThatThrownBy(() -> Sessions.runOnce(database, "COPY (SELECT 1) TO PROGRAM 'cat'"))
        .hasMessageContaining("permission denied");
  }

  @Test
  void hashesItsRandomPasswordsOnce() throws SQLException {
    var hashes = "SELECT string_agg(DISTINCT left(rolpassword, 16), ' ') FROM pg_authid";
    assertThat(Sessions.askOnce(embedded.adminDatabaseUrl().orElseThrow(), hashes))
        .isEqualTo("SCRAM-SHA-256$1:");
  }

  @Test
  void foldsLettersOfEveryLanguage() throws SQLException {
    assertThat(Sessions.askOnce(database, "SELECT upper('äéя')")).isEqualTo("ÄÉЯ");
  }

  @Test
  void keepsPasswordsFromOtherUsers() throws Exception {
    for (var file : List.of(".remembered", "redis/redis.conf", "postgres/pg_hba.conf")) {
      var mode = Files.getPosixFilePermissions(data.resolve(file));
      assertThat(PosixFilePermissions.toString(mode)).isEqualTo("rw-------");
    }
    assertThat(database).matches("postgresql://magnetiq:\\w{32}@127.0.0.1:\\d+/magnetiq");
    assertThat(embedded.redisUrl().orElseThrow()).matches("redis://:\\w{32}@127.0.0.1:\\d+");
  }

  @Test
  void runsEachServerInASessionOfItsOwnSoThatCtrlCSparesIt() throws Exception {
    for (var pid : List.of(embedded.postgresPid(), embedded.redisPid())) {
      var stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
      var session = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[3];
      assertThat(session).isEqualTo(String.valueOf(pid));
    }
  }

  @Test
  void keepsDataAndAddressesOverARestart(@TempDir Path other) throws Exception {
    List<String> addresses;
    try (var first = Trial.start(Trial.furnish(other), Trial.both())) {
      addresses = List.of(first.databaseUrl().orElseThrow(), first.redisUrl().orElseThrow());
      Sessions.runOnce(addresses.get(0), "CREATE TABLE kept AS SELECT 42 AS answer");
      askRedis(addresses.get(1), "SET kept yes");
    }
    var progress = new ArrayList<String>();
    try (var second = Embedded.start(other, Trial.both(), progress::add)) {
      assertThat(second.databaseUrl()).hasValue(addresses.get(0));
      assertThat(second.redisUrl()).hasValue(addresses.get(1));
      assertThat(Sessions.askOnce(addresses.get(0), "SELECT answer FROM kept")).isEqualTo("42");
      assertThat(askRedis(addresses.get(1), "GET kept")).isEqualTo("yes");
    }
    assertThat(progress).containsExactly("Starting Postgres 18 …", "Starting Redis …");
  }

  @Test
  void leavesNothingRunningWhenClosed(@TempDir Path other) throws Exception {
    var started = Trial.start(Trial.furnish(other), Trial.both());
    var session = Sessions.open(started.databaseUrl().orElseThrow());

    started.close();

    assertThat(Trial.lives(started.postgresPid())).isFalse();
    assertThat(Trial.lives(started.redisPid())).isFalse();
    assertThat(other.resolve("postgres/postmaster.pid")).doesNotExist();
    session.close();
  }

  @Test
  void makesNewPasswordsWhenTheOldOnesAreLost(@TempDir Path other) throws Exception {
    try (var first = Trial.start(Trial.furnish(other), Trial.postgres())) {
      var url = first.databaseUrl().orElseThrow();
      Sessions.runOnce(url, "CREATE TABLE kept AS SELECT 42 AS answer");
    }
    Files.delete(other.resolve(".remembered"));
    try (var second = Trial.start(other, Trial.postgres())) {
      var url = second.databaseUrl().orElseThrow();
      assertThat(Sessions.askOnce(url, "SELECT answer FROM kept")).isEqualTo("42");
    }
  }

  @Test
  void takesFurtherSettingsAndAccessForSpecialServers(@TempDir Path other) throws Exception {
    var options =
        Trial.postgres()
            .withSettings(Map.of("wal_level", "logical", "max_connections", "20"))
            .withAccess(List.of("host all guest 127.0.0.1/32 reject"));
    try (var special = Trial.start(Trial.furnish(other), options)) {
      var url = special.databaseUrl().orElseThrow();
      assertThat(Sessions.askOnce(url, "SHOW wal_level")).isEqualTo("logical");
      assertThat(Sessions.askOnce(url, "SHOW max_connections")).isEqualTo("20");
      assertThatThrownBy(() -> Sessions.open(url, "guest", "x").close())
          .hasMessageContaining("pg_hba.conf rejects");
    }
  }

  @Test
  void runsWithoutASocketWhereThePathIsTooLongForOne(@TempDir Path other) throws Exception {
    var deepFolder = Trial.furnish(Files.createDirectory(other.resolve("a".repeat(90))));
    try (var deep = Trial.start(deepFolder, Trial.postgres())) {
      var url = deep.databaseUrl().orElseThrow();
      assertThat(Sessions.askOnce(url, "SHOW unix_socket_directories")).isEmpty();
    }
  }

  private static String askRedis(String url, String command) throws Exception {
    try (var redis = new RedisSession(url)) {
      return redis.ask(command);
    }
  }
}
