package systems.voltaic.magnetiq.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import systems.voltaic.magnetiq.json.Json;

/**
 * The files of a demo, as trees. Blocks while it reads.
 *
 * @param pages by file name
 */
record DemoFiles(JsonNode menus, Map<String, JsonNode> pages) {

  private static final String MENUS = "/menus.yaml";

  /** What the folder of the program holds; nothing when there is no such folder. */
  static DemoFiles in(String folder) {
    URL found = DemoFiles.class.getResource("/" + folder + MENUS);
    if (found == null) {
      return new DemoFiles(Json.tree(Map.of()), Map.of());
    }
    try {
      URI menus = found.toURI();
      return menus.getScheme().equals("jar")
          ? inJar(menus, folder)
          : read(Path.of(menus).getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("the demo pages cannot be read", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DemoFiles inJar(URI menus, String folder) throws IOException {
    String jar = menus.toString().substring(0, menus.toString().indexOf('!'));
    try (var files = FileSystems.newFileSystem(URI.create(jar), Map.of())) {
      return read(files.getPath("/" + folder));
    }
  }

  private static DemoFiles read(Path folder) throws IOException {
    var pages = new TreeMap<String, JsonNode>();
    try (var all = Files.newDirectoryStream(folder.resolve("pages"), "*.yaml")) {
      for (Path file : all) {
        pages.put(file.getFileName().toString(), tree(file));
      }
    }
    return new DemoFiles(tree(folder.resolve("menus.yaml")), pages);
  }

  private static JsonNode tree(Path file) throws IOException {
    var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    return Json.tree(yaml.<Object>load(Files.readString(file)));
  }
}
