package systems.voltaic.magnetiq.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Why the embedded servers do not run, as one sentence for the operator. */
public final class EmbeddedFailure extends Exception {
  private static final long serialVersionUID = 1L;
  private static final String DISK_FULL = "No space left on device";

  EmbeddedFailure(String sentence) {
    super(sentence);
  }

  EmbeddedFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  static boolean isDiskFull(String words) {
    return words.contains(DISK_FULL) || words.contains("Disk quota exceeded");
  }

  static EmbeddedFailure diskFull(Path folder) {
    return new EmbeddedFailure(
        "The disk that holds "
            + folder
            + " is full: free some space and start again; nothing in it was deleted.");
  }

  static EmbeddedFailure writing(Path folder, IOException cause) {
    var reason = reason(cause);
    if (isDiskFull(reason)) {
      return diskFull(folder);
    }
    return new EmbeddedFailure(
        "The data folder "
            + folder
            + " cannot be written ("
            + reason
            + "): give it to the user "
            + System.getProperty("user.name")
            + " or choose another folder.",
        cause);
  }

  static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "access denied";
    }
    if (cause instanceof FileSystemException detailed && detailed.getReason() != null) {
      return detailed.getReason();
    }
    return String.valueOf(cause.getMessage());
  }
}
