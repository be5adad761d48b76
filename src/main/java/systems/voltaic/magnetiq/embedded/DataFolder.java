package systems.voltaic.magnetiq.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/** The folder everything lives in, held by one program at a time. */
final class DataFolder implements AutoCloseable {
  // Closing any channel of a file drops all locks a process has on it, so ask here first.
  private static final Set<Path> HELD_HERE = new HashSet<>();

  private final Path root;
  private final FileChannel lock;

  private DataFolder(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  static DataFolder open(Path data) throws EmbeddedFailure {
    synchronized (HELD_HERE) {
      try {
        var root = Folders.createPrivate(data.toAbsolutePath()).toRealPath();
        if (HELD_HERE.contains(root)) {
          throw held(root, String.valueOf(ProcessHandle.current().pid()));
        }
        var folder = new DataFolder(root, locked(root));
        HELD_HERE.add(root);
        return folder;
      } catch (IOException e) {
        throw EmbeddedFailure.writing(data, e);
      }
    }
  }

  private static FileChannel locked(Path root) throws IOException, EmbeddedFailure {
    var file = root.resolve(".lock");
    var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() == null) {
        throw held(root, Files.readString(file).strip());
      }
      var pid = ProcessHandle.current().pid() + "\n";
      channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)));
      return channel;
    } catch (IOException | EmbeddedFailure e) {
      channel.close();
      throw e;
    }
  }

  private static EmbeddedFailure held(Path root, String pid) {
    return new EmbeddedFailure(
        "The data folder "
            + root
            + " is in use by process "
            + pid
            + ": stop that one first, or choose another folder.");
  }

  Path root() {
    return root;
  }

  Path programs() {
    return root.resolve(".bin");
  }

  Path postgres() {
    return root.resolve("postgres");
  }

  Path redis() {
    return root.resolve("redis");
  }

  Path sockets() {
    return root.resolve("run");
  }

  Path logs() {
    return root.resolve("log");
  }

  Path remembered() {
    return root.resolve(".remembered");
  }

  @Override
  public void close() {
    synchronized (HELD_HERE) {
      HELD_HERE.remove(root);
      try {
        lock.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
