package systems.voltaic.magnetiq.site;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Files that are part of the program, from its jar or from the folder it was compiled to. */
final class Packaged {

  /** Every file below the folder, by its path in it. */
  static Map<String, Buffer> below(String folder) {
    URL found = Packaged.class.getResource("/" + folder + "/index.html");
    if (found == null) {
      throw new IllegalStateException("the program lacks its pages: build it with mvn package");
    }
    try {
      URI page = found.toURI();
      return page.getScheme().equals("jar") ? inJar(page, folder) : read(Path.of(page).getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("the program's pages cannot be read", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Buffer> inJar(URI page, String folder) throws IOException {
    String jar = page.toString().substring(0, page.toString().indexOf('!'));
    try (FileSystem files = FileSystems.newFileSystem(URI.create(jar), Map.of())) {
      return read(files.getPath("/" + folder));
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
