package systems.voltaic.magnetiq.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whom the servers run as: Postgres refuses to be root. */
final class Identity {
  private static final int ROOT = 0;
  private static final int NOBODY = 65_534;

  private final List<String> prefix;
  private final int owner;

  private Identity(List<String> prefix, int owner) {
    this.prefix = prefix;
    this.owner = owner;
  }

  static Identity forFilesIn(Path folder) throws EmbeddedFailure {
    return forFilesIn(folder, Commands.succeeds("unshare", "-U", "true"));
  }

  static Identity forFilesIn(Path folder, boolean userNamespaces) throws EmbeddedFailure {
    try {
      var here = ownerOf(Path.of("/proc/self"));
      var files = ownerOf(folder);
      if (here != ROOT) {
        return new Identity(List.of(), here);
      }
      if (files == ROOT && userNamespaces) {
        return new Identity(List.of("unshare", "-U"), ROOT);
      }
      return unprivileged(folder, files == ROOT ? NOBODY : files);
    } catch (IOException e) {
      throw EmbeddedFailure.writing(folder, e);
    }
  }

  private static Identity unprivileged(Path folder, int user) throws IOException, EmbeddedFailure {
    var prefix = List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups");
    var identity = new Identity(prefix, user);
    identity.own(folder);
    var look = new ArrayList<>(prefix);
    look.addAll(List.of("ls", folder.toString()));
    if (!Commands.succeeds(look.toArray(String[]::new))) {
      throw new EmbeddedFailure(
          "Postgres refuses to run as root, and user "
              + user
              + " may not enter "
              + folder
              + ": start Magnetiq as a normal user, or choose a folder others may reach.");
    }
    return identity;
  }

  /** The command in a session of its own, where Ctrl-C in our console does not reach it. */
  List<String> detached(List<String> command) {
    var whole = new ArrayList<String>();
    if (Commands.succeeds("setsid", "true")) {
      whole.add("setsid");
    }
    whole.addAll(prefixed(command));
    return whole;
  }

  List<String> prefixed(List<String> command) {
    var whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return whole;
  }

  /** Hands the files over, where the servers run as somebody else. */
  void own(Path folder) throws IOException {
    if (owner == ownerOf(Path.of("/proc/self"))) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : (Iterable<Path>) files::iterator) {
        Files.setAttribute(file, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(file, "unix:gid", owner, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  /** Without /proc (macOS) there is no way around root, and Postgres says so itself. */
  private static int ownerOf(Path path) throws IOException {
    return Files.exists(path) ? (int) Files.getAttribute(path, "unix:uid") : NOBODY;
  }
}
