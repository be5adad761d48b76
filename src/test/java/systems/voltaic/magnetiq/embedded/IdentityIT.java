package systems.voltaic.magnetiq.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdentityIT {
  private static final int NOBODY = 65_534;

  private Path data;

  @BeforeEach
  void makeAFolderOthersCanReach() throws Exception {
    data = Files.createTempDirectory("magnetiq");
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @AfterEach
  void removeTheFolder() throws Exception {
    Folders.delete(data);
  }

  @Test
  void runsTheServersAsTheOwnerOfTheFolderWhenRootStartsThem() throws Exception {
    assumeTrue(Trial.isRoot());
    Files.setAttribute(data, "unix:uid", NOBODY);
    var progress = new ArrayList<String>();
    var options = EmbeddedOptions.of(true, true);
    try (var embedded = Embedded.start(data, options, progress::add)) {
      assertThat(ownerOf(embedded.postgresPid())).isEqualTo(NOBODY);
      assertThat(ownerOf(embedded.redisPid())).isEqualTo(NOBODY);
      Sessions.runOnce(embedded.databaseUrl().orElseThrow(), "SELECT 1");
    }
    Trial.start(data, options).close();
    assertThat(progress)
        .contains("Unpacking Postgres 18 (first start) … 40 %")
        .contains("Unpacking Redis 6.2 (first start) … 40 %")
        .contains("Creating the database (first start) …");
  }

  @Test
  void handsTheFilesToNobodyWhereRootHasNoUserNamespaces() throws Exception {
    assumeTrue(Trial.isRoot());
    var file = Files.createFile(data.resolve("file"));
    var identity = Identity.forFilesIn(data, false);
    assertThat(identity.prefixed(List.of("id"))).startsWith("setpriv");
    assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(NOBODY);
  }

  private static Object ownerOf(long pid) throws Exception {
    return Files.getAttribute(Path.of("/proc", String.valueOf(pid)), "unix:uid");
  }
}
