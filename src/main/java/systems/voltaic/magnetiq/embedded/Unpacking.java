package systems.voltaic.magnetiq.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** How the two kinds of packed programs become files. */
final class Unpacking {
  static final String PROGRAM = "redis-server";

  @FunctionalInterface
  interface Step {
    void unpack(InputStream packed, Path folder) throws IOException;
  }

  private Unpacking() {}

  static void program(InputStream packed, Path folder) throws IOException {
    write(packed, folder.resolve(PROGRAM), true);
  }

  static void archive(InputStream packed, Path folder) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        extract(tar, entry, folder);
      }
    }
  }

  private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    var target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("the archive reaches outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      write(tar, target, (entry.getMode() & 0100) != 0);
    }
  }

  private static void write(InputStream bytes, Path target, boolean executable) throws IOException {
    Files.copy(bytes, target);
    var mode = executable ? "rwxr-xr-x" : "rw-r--r--";
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
  }
}
