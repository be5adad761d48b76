package systems.voltaic.magnetiq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The encryption key of an installation that was given none: made once, kept with its data. */
final class KeyFile {

  private static final int BYTES = 32;

  /** The key in the folder's file, which is made when there is none. */
  static String in(Path folder) {
    Path file = folder.resolve("encryption.key");
    try {
      if (!Files.exists(file)) {
        write(file);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("the encryption key in " + file + " cannot be kept", e);
    }
  }

  /** Whole or not at all: a key that lost its end would make every secret unreadable. */
  private static void write(Path file) throws IOException {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    Files.createDirectories(file.getParent());
    Path draft = file.resolveSibling("encryption.key.new");
    Files.deleteIfExists(draft);
    var onlyUs = PosixFilePermissions.fromString("rw-------");
    Files.createFile(draft, PosixFilePermissions.asFileAttribute(onlyUs));
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    Files.writeString(draft, text + "\n", StandardOpenOption.SYNC, StandardOpenOption.WRITE);
    Files.move(draft, file);
  }

  private KeyFile() {}
}
