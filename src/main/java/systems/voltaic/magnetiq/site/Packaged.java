package systems.voltaic.magnetiq.site;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Files that are part of the program, from its jar or from the folder it was compiled to. */
final class Packaged {

  /**
   * Every file below the folder, by its path in it.
   *
   * @param anchor one that is certainly there
   */
  static Map<String, Buffer> below(String folder, String anchor) {
    URL found = Packaged.class.getResource("/" + folder + "/" + anchor);
    if (found == null) {
      throw new IllegalStateException("the program lacks its pages: build it with mvn package");
    }
    try {
      URI page = found.toURI();
      return page.getScheme().equals("jar")
          ? inJar(found, folder)
          : read(Path.of(page).resolve("../".repeat(anchor.split("/").length)).normalize());
    } catch (IOException e) {
      throw new UncheckedIOException("the program's pages cannot be read", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As the class loader reads it: what it knows of the jar already is not read again. */
  private static Map<String, Buffer> inJar(URL page, String folder) throws IOException {
    JarFile jar = ((JarURLConnection) page.openConnection()).getJarFile();
    var all = new TreeMap<String, Buffer>();
    for (var entries = jar.entries(); entries.hasMoreElements(); ) {
      JarEntry entry = entries.nextElement();
      String name = entry.getName();
      if (name.startsWith(folder + "/") && !entry.isDirectory()) {
        all.put(name.substring(folder.length() + 1), bytes(jar, entry));
      }
    }
    return all;
  }

  private static Buffer bytes(JarFile jar, JarEntry entry) throws IOException {
    try (var in = jar.getInputStream(entry)) {
      return Buffer.buffer(in.readAllBytes());
    }
  }

  private static Map<String, Buffer> read(Path folder) throws IOException {
    var all = new TreeMap<String, Buffer>();
    try (var walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        all.put(path, Buffer.buffer(Files.readAllBytes(file)));
      }
    }
    return all;
  }

  private Packaged() {}
}
