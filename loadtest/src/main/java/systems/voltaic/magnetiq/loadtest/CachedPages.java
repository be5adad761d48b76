package systems.voltaic.magnetiq.loadtest;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What visitors ask for most: a page, its data, an asset, all of them finished bytes in memory. */
final class CachedPages {

  private static final String PAGE = "/services";
  private static final String DATA = "/api/v1/pages/en/services";
  private static final Pattern ASSET = Pattern.compile("/assets/[\\w.-]+\\.(?:js|css)");

  private final Rig rig;
  private final Profile profile;

  CachedPages(Rig rig, Profile profile) {
    this.rig = rig;
    this.profile = profile;
  }

  Figure pageJson() throws Exception {
    return bare("P1", "page JSON from cache ÷ bare handler, same bytes", DATA);
  }

  Figure pageHtml() throws Exception {
    return bare("P1h", "page HTML from cache ÷ bare handler, same bytes", PAGE);
  }

  Figure pageFile() throws Exception {
    return nginx("P2", "page HTML, gzip ÷ nginx gzip_static", PAGE, "page.html", "gzip");
  }

  Figure assetFile() throws Exception {
    String path = asset();
    String file = "asset" + path.substring(path.lastIndexOf('.'));
    return nginx("P2a", "asset " + path + " ÷ nginx static", path, file, "identity");
  }

  private Figure bare(String id, String what, String path) throws Exception {
    Instance instance = rig.instance();
    rig.only(1);
    String url = instance.siteUrl(path);
    HttpResponse<String> answer = answered(url);
    Path bytes = rig.folder().resolve("bytes");
    Files.writeString(bytes, answer.body());
    int port = Ports.free();
    String type = answer.headers().firstValue("content-type").orElseThrow();
    try (Child reference = rig.bareBytes(port, type, bytes)) {
      var pairs = pairs(reference, "http://127.0.0.1:" + port + "/", instance, url, "identity");
      return Pairs.figure(id, what, 0.80, 0.92, pairs).with("bytes", answer.body().length() + "");
    }
  }

  private Figure nginx(String id, String what, String path, String file, String encoding)
      throws Exception {
    Instance instance = rig.instance();
    rig.only(1);
    String url = instance.siteUrl(path);
    byte[] bytes = answered(url).body().getBytes(StandardCharsets.UTF_8);
    var folder = Files.createDirectories(rig.folder().resolve("static-" + file));
    try (var reference = StaticNginx.start(folder, Map.of(file, bytes))) {
      var pairs = pairs(reference.child(), reference.url(file), instance, url, encoding);
      return Pairs.figure(id, what, 0.85, 0.97, pairs)
          .with("bytes", bytes.length + "")
          .with("cpu ratio", "%.2f (must 1.2, aim 1.0)", Pairs.cpuRatio(pairs));
    }
  }

  private List<Pairs.Pair> pairs(
      Child reference, String there, Instance instance, String here, String encoding)
      throws Exception {
    Until.that("the reference", Duration.ofSeconds(20), () -> Http.answers(reference, there));
    Wrk.run(there, profile.warmSeconds(), encoding);
    Wrk.run(here, profile.warmSeconds(), encoding);
    return Pairs.take(
        profile.pairs(),
        () -> requests(reference, there, encoding),
        () -> requests(instance.child(), here, encoding));
  }

  private Pairs.Side requests(Child server, String url, String encoding) throws Exception {
    double before = server.treeCpuSeconds();
    var run = Wrk.run(url, profile.seconds(), encoding);
    double cpu = server.treeCpuSeconds() - before;
    return new Pairs.Side(run.perSecond(), cpu * 1e6 / run.requests());
  }

  /** The one nearest to 10 KB. */
  private String asset() throws Exception {
    var sizes = new LinkedHashMap<String, Integer>();
    var found = ASSET.matcher(answered(rig.instance().siteUrl(PAGE)).body());
    while (found.find()) {
      String path = found.group();
      sizes.put(path, answered(rig.instance().siteUrl(path)).body().length());
    }
    return new ArrayList<>(sizes.entrySet())
        .stream()
            .min(Comparator.comparingInt(size -> Math.abs(size.getValue() - 10_000)))
            .orElseThrow(() -> new Unusable("the page names no asset"))
            .getKey();
  }

  /** As it is kept: what stands in while the page is being made is not. */
  private static HttpResponse<String> answered(String url) throws Exception {
    Until.that(url, Duration.ofSeconds(20), () -> isKept(Http.get(url)));
    return Http.get(url);
  }

  private static boolean isKept(HttpResponse<String> answer) {
    String control = answer.headers().firstValue("cache-control").orElse("no-store");
    return answer.statusCode() == 200 && !control.contains("no-store");
  }
}
