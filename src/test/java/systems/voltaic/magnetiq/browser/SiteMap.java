package systems.voltaic.magnetiq.browser;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.Visitor;

/** Every page of the demo site, as its own sitemap tells, and the few it keeps quiet about. */
final class SiteMap {

  private static final Pattern PAGE = Pattern.compile("<loc>([^<]+)</loc>");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final List<String> UNLISTED = List.of("/blocks", "/de/bausteine");

  static List<String> paths(Visitor site) throws IOException {
    var paths = new ArrayList<String>();
    for (URI part : addresses(site.get("/sitemap.xml").body())) {
      if (part.getPath().endsWith(".xml")) {
        addresses(site.get(part.getPath()).body()).forEach(page -> paths.add(page.getPath()));
      } else {
        paths.add(part.getPath());
      }
    }
    paths.addAll(UNLISTED);
    paths.forEach(path -> awaitDrawn(site, path));
    return paths;
  }

  /** On a busy machine a page that nobody asked for yet may first come as its shell. */
  private static void awaitDrawn(Visitor site, String path) {
    Eventually.that(
        path + " to be drawn",
        PATIENCE,
        () -> !site.get(path).header("cache-control").contains("no-store"));
  }

  private static List<URI> addresses(String xml) {
    return PAGE.matcher(xml).results().map(found -> URI.create(found.group(1))).toList();
  }

  private SiteMap() {}
}
