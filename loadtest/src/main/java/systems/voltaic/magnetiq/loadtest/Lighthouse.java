package systems.voltaic.magnetiq.loadtest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What Google's own judge says of the public pages, on its simulated slow phone. */
final class Lighthouse {

  private static final String VERSION = "12.8.2";
  private static final List<String> PAGES =
      List.of(
          "/",
          "/de",
          "/services",
          "/services/process-automation",
          "/resources/blog",
          "/case-studies",
          "/pricing",
          "/contact",
          "/legal/privacy");

  private final Rig rig;
  private final Profile profile;
  private final List<JsonObject> reports = new ArrayList<>();

  Lighthouse(Rig rig, Profile profile) {
    this.rig = rig;
    this.profile = profile;
  }

  Figure performance() throws Exception {
    judge();
    return least("P20", "performance of the worst page", "performance", 95);
  }

  Figure accessibility() {
    return least("P20a", "accessibility of the worst page", "accessibility", 100);
  }

  Figure practices() {
    return least("P20b", "best practices of the worst page", "best-practices", 100);
  }

  Figure findability() {
    return least("P20s", "SEO of the worst page", "seo", 100);
  }

  Figure scripts() {
    var sizes = reports.stream().map(Lighthouse::scriptBytes).map(bytes -> bytes / 1024).toList();
    double most = sizes.stream().mapToDouble(d -> d).max().orElseThrow();
    return Figure.most(
        "P20j", "JavaScript of the heaviest page, sent", " KB", 90, 80, List.of(most));
  }

  private void judge() throws Exception {
    Instance instance = rig.instance();
    rig.only(1);
    Path program = install();
    int pages = profile == Profile.SMOKE ? 1 : PAGES.size();
    for (String page : PAGES.subList(0, pages)) {
      reports.add(judgeAgain(program, instance.siteUrl(page)));
    }
  }

  /** Chromium sometimes loses the beginning of a trace, and the judge asks to be called again. */
  private JsonObject judgeAgain(Path program, String url) throws Exception {
    try {
      return judge(program, url);
    } catch (Unusable noTrace) {
      return judge(program, url);
    }
  }

  private JsonObject judge(Path program, String url) throws Exception {
    Path report = rig.folder().resolve("lighthouse.json");
    Child.run(
        List.of(
            "env",
            "CHROME_PATH=" + Programs.chromium(),
            "node",
            program.toString(),
            url,
            "--quiet",
            "--output=json",
            "--output-path=" + report,
            "--only-categories=performance,accessibility,best-practices,seo",
            "--chrome-flags=--headless=new --no-sandbox"));
    return new JsonObject(Files.readString(report));
  }

  private static Path install() throws Exception {
    Path folder = Rig.source("target/lighthouse");
    Path program = folder.resolve("node_modules/lighthouse/cli/index.js");
    if (!Files.exists(program)) {
      Files.createDirectories(folder);
      Child.run(
          List.of(
              "npm",
              "install",
              "--silent",
              "--no-audit",
              "--no-fund",
              "--prefix",
              folder.toString(),
              "lighthouse@" + VERSION));
    }
    return program;
  }

  private Figure least(String id, String what, String category, double must) {
    var scores = reports.stream().map(report -> score(report, category)).toList();
    double worst = scores.stream().mapToDouble(d -> d).min().orElseThrow();
    var figure = Figure.least(id, what, must, 100, List.of(worst));
    for (JsonObject report : reports) {
      if (score(report, category) < 100) {
        String url = report.getString("finalDisplayedUrl");
        figure.with(
            url.replaceFirst("https?://[^/]+", ""),
            score(report, category) + " " + lost(report, category));
      }
    }
    return figure;
  }

  private static double score(JsonObject report, String category) {
    Double score = report.getJsonObject("categories").getJsonObject(category).getDouble("score");
    return Math.round(score * 100);
  }

  /** The audits that cost points. */
  private static List<String> lost(JsonObject report, String category) {
    JsonArray audits =
        report.getJsonObject("categories").getJsonObject(category).getJsonArray("auditRefs");
    return audits.stream()
        .map(JsonObject.class::cast)
        .filter(audit -> audit.getDouble("weight") > 0)
        .map(audit -> audit.getString("id"))
        .filter(id -> costs(report.getJsonObject("audits").getJsonObject(id)))
        .toList();
  }

  private static boolean costs(JsonObject audit) {
    Double score = audit.getDouble("score");
    return score != null && score < 0.99;
  }

  private static double scriptBytes(JsonObject report) {
    return report
        .getJsonObject("audits")
        .getJsonObject("network-requests")
        .getJsonObject("details")
        .getJsonArray("items")
        .stream()
        .map(JsonObject.class::cast)
        .filter(item -> "Script".equals(item.getString("resourceType")))
        .mapToDouble(item -> item.getDouble("transferSize"))
        .sum();
  }
}
