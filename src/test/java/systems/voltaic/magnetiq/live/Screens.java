package systems.voltaic.magnetiq.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** The screens of the admin, as their routes name them. */
record Screens(List<Pattern> paths) {

  private static final Path FEATURES = Path.of("webroot/src/admin/features");

  /** A route, the list of those below it, or its end. */
  private static final Pattern PART =
      Pattern.compile("path: '([^'*]+)'|(index: true)|(children: \\[)|(^ *\\])", Pattern.MULTILINE);

  static Screens read() throws IOException {
    var paths = new ArrayList<Pattern>();
    try (var features = Files.list(FEATURES)) {
      for (Path feature : features.toList()) {
        Path routes = feature.resolve("routes.tsx");
        if (Files.exists(routes)) {
          paths.addAll(in(Files.readString(routes)));
        }
      }
    }
    return new Screens(paths);
  }

  private static List<Pattern> in(String source) {
    var found = new ArrayList<Pattern>();
    Deque<String> above = new ArrayDeque<>(List.of("/admin"));
    String last = "";
    var part = PART.matcher(source);
    while (part.find()) {
      if (part.group(1) != null) {
        last = above.peek() + "/" + part.group(1);
        found.add(pattern(last));
      } else if (part.group(3) != null) {
        above.push(last);
      } else if (part.group(4) != null && above.size() > 1) {
        above.pop();
      }
    }
    return found;
  }

  private static Pattern pattern(String path) {
    return Pattern.compile(path.replaceAll(":[a-z]+", "[0-9a-f-]{36}"));
  }

  /** What follows # or ? is the screen's own matter. */
  boolean has(String href) {
    String path = href.replaceAll("[?#].*", "");
    return paths.stream().anyMatch(screen -> screen.matcher(path).matches());
  }
}
