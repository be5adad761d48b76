package systems.voltaic.magnetiq.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systems.voltaic.magnetiq.testkit.ChildProcess;
import systems.voltaic.magnetiq.testkit.EmbeddedData;
import systems.voltaic.magnetiq.testkit.Platform;

/** The data folder of the one-command size: kept by a stop, guarded at a start. */
class OwnDataIT {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String NAME = "/api/v1/settings/company.name";

  @TempDir Path folder;

  @Test
  void keepsItsDataThroughAStopASecondStartAndDamage() throws IOException {
    var data = EmbeddedData.in(folder).folder();
    try (var first = Platform.start(folder, Map.of())) {
      rename(first);
      assertThat(RefusedStartIT.refused(folder, 1, Map.of()))
          .contains("is in use by process " + first.process().pid());
      assertThat(first.api().get("/health/ready").status()).isEqualTo(200);
      assertThat(first.stop()).isIn(0, 143);
    }
    assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();

    var version = data.resolve("postgres/PG_VERSION");
    var sound = Files.readString(version);
    Files.writeString(version, "\u0001nonsense");
    assertThat(RefusedStartIT.refused(folder, 1, Map.of()))
        .contains("is damaged")
        .contains("restore a backup")
        .contains("Nothing in it was changed");
    Files.writeString(version, sound);
    assertNameIsKept();
  }

  @Test
  void refusesAFullDiskAndLosesNothingOnIt() throws IOException {
    mount();
    try {
      EmbeddedData.in(folder);
      try (var first = Platform.start(folder, Map.of())) {
        rename(first);
        first.stop();
      }
      var rest = folder.resolve("rest");
      fill(rest);
      assertThat(RefusedStartIT.refused(folder, 1, Map.of())).contains("is full: free some space");
      Files.delete(rest);
      assertNameIsKept();
    } finally {
      run("umount", "-l", folder.toString());
    }
  }

  private static void rename(Platform instance) throws IOException {
    var visitor = instance.api();
    var etag = visitor.get(NAME).header("ETag");
    assertThat(visitor.put(NAME, etag, "{\"value\":\"Kept Ltd\"}").status()).isEqualTo(200);
  }

  private void assertNameIsKept() throws IOException {
    try (var again = Platform.start(folder, Map.of())) {
      assertThat(again.api().get(NAME).json().path("value").asText()).isEqualTo("Kept Ltd");
      again.stop();
    }
  }

  /** A small disk of its own, which only root can have. */
  private void mount() {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root can mount a small disk");
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=300m", "tmpfs", folder.toString()) == 0,
        "mounting is not allowed here");
  }

  private static int run(String... command) {
    try (var child = ChildProcess.start(List.of(command), Map.of(), Path.of("/"))) {
      return child.awaitExit(SOON);
    }
  }

  private static void fill(Path file) throws IOException {
    try (var rest = Files.newOutputStream(file)) {
      for (var block = new byte[65_536]; ; ) {
        rest.write(block);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("space");
    }
  }
}
