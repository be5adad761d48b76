package systems.voltaic.magnetiq.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import systems.voltaic.magnetiq.json.Json;

class AlertRulesTest {

  private static final Pattern NAME = Pattern.compile("[a-z_]{2,}(?![a-z_]*\\s*\\()");
  private static final Set<String> WORDS =
      Set.of(
          "by",
          "sum",
          "max",
          "min",
          "le",
          "endpoint",
          "instance",
          "kind",
          "state",
          "probe",
          "reason",
          "result",
          "source",
          "status_code");

  @Test
  void everyAlertReadsMetricsThatExist() throws Exception {
    Set<String> known = known();
    for (Map<String, Object> rule : rules()) {
      String expression = (String) rule.get("expr");
      assertThat(metricsIn(expression)).as(expression).isNotEmpty().isSubsetOf(known);
    }
  }

  @Test
  void everyAlertSaysWhatToDo() throws Exception {
    assertThat(rules()).hasSizeGreaterThan(10);
    for (Map<String, Object> rule : rules()) {
      assertThat(Json.tree(rule).at("/annotations/description").asText()).endsWith(".");
    }
  }

  @Test
  void everyWayALoginFailsIsHeardOf() throws Exception {
    var counted = Pattern.compile("login_failures_total\\{reason=~?\"([a-z|]+)\"}");
    var heard = new HashSet<String>();
    for (Map<String, Object> rule : rules()) {
      var matcher = counted.matcher((String) rule.get("expr"));
      while (matcher.find()) {
        heard.addAll(List.of(matcher.group(1).split("\\|")));
      }
    }
    String source =
        Files.readString(
            Path.of("src/main/java/systems/voltaic/magnetiq/people/login/Proofs.java"));
    var counts = Pattern.compile("count\\(\"([a-z]+)\"\\)").matcher(source);
    assertThat(counts.results().map(found -> found.group(1)))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(heard);
  }

  @Test
  void everyPanelReadsMetricsThatExist() throws Exception {
    Set<String> known = known();
    JsonNode board = Json.parse(Files.readString(Path.of("conf/grafana/magnetiq.json")));
    List<String> expressions = board.findValuesAsText("expr");
    assertThat(expressions).hasSizeGreaterThan(15);
    expressions.forEach(e -> assertThat(metricsIn(e)).as(e).isNotEmpty().isSubsetOf(known));
  }

  private static Set<String> known() throws Exception {
    try (var scraped = new Scraped()) {
      var known = new HashSet<>(scraped.names());
      System.gc();
      known.addAll(scraped.names());
      Files.readAllLines(Path.of("src/test/resources/ops/metrics-elsewhere.txt")).stream()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> known.add(line.split(" ", 2)[0]));
      known.add("jvm_gc_pause_seconds_sum");
      return known;
    }
  }

  private static Set<String> metricsIn(String expression) {
    String bare = expression.replaceAll("\\{[^}]*\\}|\\[[^\\]]*\\]|\\b\\d\\S*", " ");
    var names = new HashSet<String>();
    var matcher = NAME.matcher(bare);
    while (matcher.find()) {
      names.add(matcher.group());
    }
    names.removeAll(WORDS);
    return names;
  }

  private static List<Map<String, Object>> rules() throws Exception {
    Map<String, List<Map<String, List<Map<String, Object>>>>> file =
        new Yaml().load(Files.readString(Path.of("conf/prometheus/alerts.yml")));
    return file.get("groups").get(0).get("rules");
  }
}
