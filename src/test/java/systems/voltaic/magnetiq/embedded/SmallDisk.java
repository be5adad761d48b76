package systems.voltaic.magnetiq.embedded;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system of a given size, which only root can have. */
record SmallDisk(Path folder) implements AutoCloseable {
  static SmallDisk of(Path folder, String size) throws IOException {
    assumeTrue(Trial.isRoot());
    var mount = List.of("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
    assumeTrue(Commands.run(folder, "", mount).exit() == 0);
    return new SmallDisk(folder.toRealPath());
  }

  void fill() throws IOException {
    try (var rest = Files.newOutputStream(folder.resolve("rest"))) {
      for (var block = new byte[4096]; ; ) {
        rest.write(block);
      }
    } catch (IOException full) {
      if (!EmbeddedFailure.isDiskFull(EmbeddedFailure.reason(full))) {
        throw full;
      }
    }
  }

  void empty() throws IOException {
    Files.delete(folder.resolve("rest"));
  }

  @Override
  public void close() throws IOException {
    Commands.run(Path.of("/"), "", List.of("umount", folder.toString()));
  }
}
