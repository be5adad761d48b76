package systems.voltaic.magnetiq.embedded;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Properties;

/** Passwords and ports that stay the same from one start to the next. */
final class Remembered {
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int PASSWORD_LENGTH = 32;
  // Below what systems give to outgoing connections, so nobody takes it while a server restarts.
  private static final int FIRST_PORT = 15_000;
  private static final int LAST_PORT = 29_999;

  private final Path file;
  private final SecureRandom random = new SecureRandom();
  private final Properties values = new Properties();

  private Remembered(Path file) {
    this.file = file;
  }

  static Remembered in(Path file) throws IOException {
    var remembered = new Remembered(file);
    if (Files.exists(file)) {
      remembered.values.load(new StringReader(Files.readString(file)));
    }
    return remembered;
  }

  boolean has(String name) {
    return values.getProperty(name) != null;
  }

  String password(String name) throws IOException {
    if (!has(name)) {
      set(name, newPassword());
    }
    return values.getProperty(name);
  }

  /** The port of last time if it is free, else another. */
  int port(String name) throws IOException {
    var last = Integer.parseInt(values.getProperty(name, "0"));
    if (last > 0 && isFree(last)) {
      return last;
    }
    var port = freePort();
    set(name, String.valueOf(port));
    return port;
  }

  private void set(String name, String value) throws IOException {
    values.setProperty(name, value);
    var text = new StringWriter();
    values.store(text, null);
    Folders.writePrivate(file, text.toString());
  }

  private String newPassword() {
    return random
        .ints(PASSWORD_LENGTH, 0, LETTERS.length())
        .collect(
            StringBuilder::new,
            (text, index) -> text.append(LETTERS.charAt(index)),
            StringBuilder::append)
        .toString();
  }

  private int freePort() throws IOException {
    return random
        .ints(1_000, FIRST_PORT, LAST_PORT + 1)
        .filter(Remembered::isFree)
        .findFirst()
        .orElseThrow(() -> new IOException("no port of this machine is free"));
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
