package systems.voltaic.magnetiq.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each with one sentence that names the folder and says what to do, and nothing lost. */
class EmbeddedRefusalIT {
  @TempDir private Path data;

  @Test
  void refusesASecondStartInTheSameProgram() throws Exception {
    try (var first = Trial.start(data, Trial.redis())) {
      refused(data, Trial.redis())
          .isEqualTo(
              "The data folder %s is in use by process %d: stop that one first, or choose another"
                  + " folder.",
              data.toRealPath(), ProcessHandle.current().pid());
      assertThat(Trial.lives(first.redisPid())).isTrue();
    }
  }

  @Test
  void refusesASecondStartFromAnotherProgram() throws Exception {
    try (var first = Trial.start(data, Trial.redis())) {
      refused(data, Trial.redis()).contains("is in use");
      var second = Trial.program(Writing.class, data);
      var said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(second.waitFor()).isNotZero();
      assertThat(said).contains("is in use by process " + ProcessHandle.current().pid());
      assertThat(Trial.lives(first.redisPid())).isTrue();
    }
  }

  @Test
  void refusesAFolderThatCannotBeWritten() throws Exception {
    var file = Files.createFile(data.resolve("file"));
    refused(file.resolve("data"), Trial.redis())
        .startsWith("The data folder " + file.resolve("data") + " cannot be written (")
        .contains("or choose another folder");
    refused(Path.of("/proc/data"), Trial.redis()).contains("/proc/data cannot be written");
  }

  @Test
  void refusesDataOfAnotherPostgres() throws Exception {
    makeSoundData();
    Files.writeString(data.resolve("postgres/PG_VERSION"), "17\n");
    refusedUntouched(Trial.postgres())
        .contains("was written by Postgres 17; this Magnetiq runs 18")
        .contains("move the folder away");
  }

  @Test
  void refusesDataWithoutAReadableVersion() throws Exception {
    makeSoundData();
    Files.writeString(data.resolve("postgres/PG_VERSION"), "\u0001garbage");
    refusedUntouched(Trial.postgres())
        .contains("The data in " + data.toRealPath().resolve("postgres") + " is damaged")
        .contains("restore a backup, or move the folder away");
  }

  @Test
  void refusesDataWhoseControlFileIsDamaged() throws Exception {
    makeSoundData();
    var control = data.resolve("postgres/global/pg_control");
    var bytes = Files.readAllBytes(control);
    Arrays.fill(bytes, 0, 200, (byte) 7);
    Files.write(control, bytes);
    refusedUntouched(Trial.postgres()).contains("is damaged").contains("restore a backup");
  }

  @Test
  void refusesDataWhoseControlFileIsGone() throws Exception {
    makeSoundData();
    Files.delete(data.resolve("postgres/global/pg_control"));
    refusedUntouched(Trial.postgres()).contains("is damaged").contains("restore a backup");
  }

  @Test
  void refusesRedisDataThatIsDamaged() throws Exception {
    makeSoundData();
    Files.writeString(data.resolve("redis/appendonly.aof"), "*1\r\n$3\r\nxx\r\n*1\r\nnonsense\r\n");
    refused(data, Trial.redis())
        .contains("The Redis data in " + data.toRealPath().resolve("redis") + " is damaged")
        .contains("move the folder away");
  }

  @Test
  void refusesToWaitForEver() throws Exception {
    makeSoundData();
    refused(data, Trial.postgres().withPatience(Duration.ZERO))
        .contains("Postgres did not answer within 0.0 s; the last lines of")
        .contains("log/postgres.log");
    Trial.start(data, Trial.postgres()).close();
  }

  @Test
  void saysWhatPostgresSaidWhenItDoesNotStart() throws Exception {
    refused(data, Trial.postgres().withSettings(Map.of("shared_buffers", "a lot")))
        .contains("Postgres did not start; the last lines of")
        .contains("invalid value for parameter \"shared_buffers\"");
  }

  @Test
  void refusesADiskThatIsTooSmallAndLeavesNoHalfUnpackedProgram() throws Exception {
    try (var disk = SmallDisk.of(data, "20m")) {
      refused(disk.folder(), EmbeddedOptions.of(true, false)).contains("is full: free some space");
      try (var left = Files.list(disk.folder().resolve(".bin"))) {
        assertThat(left).containsExactly(disk.folder().resolve(".bin/.lock"));
      }
    }
  }

  @Test
  void refusesAFullDiskAndLosesNothingOnIt() throws Exception {
    try (var disk = SmallDisk.of(data, "200m")) {
      try (var first = Trial.start(disk.folder(), Trial.postgres())) {
        var url = first.databaseUrl().orElseThrow();
        Sessions.runOnce(url, "CREATE TABLE kept AS SELECT 42 AS answer");
      }
      disk.fill();
      refused(disk.folder(), Trial.postgres()).contains("is full: free some space");
      disk.empty();
      try (var again = Trial.start(disk.folder(), Trial.postgres())) {
        var url = again.databaseUrl().orElseThrow();
        assertThat(Sessions.askOnce(url, "SELECT answer FROM kept")).isEqualTo("42");
      }
    }
  }

  @Test
  void refusesRootWhereTheUnprivilegedUserMayNotGo() throws Exception {
    assumeTrue(Trial.isRoot());
    var inner = Files.createDirectory(data.resolve("inner"));
    assertThatThrownBy(() -> Identity.forFilesIn(inner, false))
        .hasMessageStartingWith("Postgres refuses to run as root, and user 65534 may not enter");
  }

  private static AbstractStringAssert<?> refused(Path folder, EmbeddedOptions options) {
    return assertThat(Trial.failure(() -> Trial.start(folder, options)));
  }

  private AbstractStringAssert<?> refusedUntouched(EmbeddedOptions options) throws IOException {
    var before = files();
    var refused = refused(data, options).contains("Nothing in it was changed or deleted.");
    assertThat(files()).isEqualTo(before);
    return refused;
  }

  private Map<String, Integer> files() throws IOException {
    var found = new TreeMap<String, Integer>();
    try (var all = Files.walk(data.resolve("postgres"))) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        found.put(file.toString(), Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return found;
  }

  private void makeSoundData() throws IOException, EmbeddedFailure {
    // What Postgres notes about its place is right only after a start there.
    Trial.start(Trial.furnish(data), Trial.postgres()).close();
  }
}
