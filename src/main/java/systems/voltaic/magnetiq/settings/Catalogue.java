package systems.voltaic.magnetiq.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.json.Json;

/** Everything that can be set. */
final class Catalogue {

  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\\p{Cntrl}]+@[^\\s@<>\\p{Cntrl}]+");

  private static final Pattern LINES = Pattern.compile("\\P{Cntrl}+(\\n\\P{Cntrl}+){0,7}");

  private static final List<Definition> ALL =
      List.of(
          text("company.name", "APP_NAME", 100, "voltAIc Systems"),
          localized(
              "company.tagline",
              160,
              Map.of(
                  "en",
                  "Automation that earns its keep",
                  "de",
                  "Automatisierung, die sich rechnet")),
          email("company.contactEmail", "hello@voltaic.example"),
          text("company.phone", 40, "+49 30 5550 0142"),
          lines("company.address", 300, "voltAIc Systems GmbH\nMusterstraße 12\n10115 Berlin"),
          flag("maintenance.enabled", false),
          localized(
              "maintenance.message",
              400,
              Map.of(
                  "en", "We are improving this site and will be back shortly.",
                  "de", "Wir arbeiten an dieser Website und sind gleich wieder da.")),
          limit("limits.apiPerMinute", "RATE_LIMIT_API_MINUTE", 100),
          limit("limits.apiPerHour", "RATE_LIMIT_API_HOUR", 5_000),
          limit("limits.apiBurst", "RATE_LIMIT_API_BURST", 20),
          limit("limits.loginPerMinute", "RATE_LIMIT_LOGIN_MINUTE", 5),
          limit("limits.refreshesPerMinute", "RATE_LIMIT_REFRESH_MINUTE", 60),
          limit("limits.formsPerMinute", "RATE_LIMIT_FORMS_MINUTE", 10),
          limit("limits.downloadsPerFiveMinutes", "RATE_LIMIT_DOWNLOADS_FIVE_MINUTES", 10),
          limit("limits.staffPerMinute", "RATE_LIMIT_STAFF_MINUTE", 600),
          days("retention.parkedJobsDays", 90),
          days("retention.mailDays", 90),
          within("security.accessMinutes", 1, 60, 15),
          within("security.refreshDays", 1, 90, 7),
          within("security.idleMinutes", 1, 1_440, 30));

  private static final Map<String, Definition> BY_KEY =
      ALL.stream().collect(Collectors.toMap(Definition::key, Function.identity()));

  static List<Definition> all() {
    return ALL;
  }

  static Definition get(String key) {
    return find(key).orElseThrow(() -> Fault.notFound("setting", key));
  }

  static Optional<Definition> find(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }

  private static Definition text(String key, String environment, int longest, String fallback) {
    return define(key, Rule.Text.upTo(longest), fallback, Optional.of(environment));
  }

  private static Definition text(String key, int longest, String fallback) {
    return define(key, Rule.Text.upTo(longest), fallback, Optional.empty());
  }

  private static Definition lines(String key, int longest, String fallback) {
    var broken = new Breach("setting-lines", "must be text on up to eight lines");
    var rule = new Rule.Text(longest, LINES, broken);
    return define(key, rule, fallback, Optional.empty());
  }

  private static Definition email(String key, String fallback) {
    String sentence = "must be an e-mail address such as hello@company.example";
    var rule = new Rule.Text(254, EMAIL, new Breach("setting-email", sentence));
    return define(key, rule, fallback, Optional.empty());
  }

  private static Definition localized(String key, int longest, Map<String, String> fallback) {
    return define(key, new Rule.Localized(longest), fallback, Optional.empty());
  }

  private static Definition flag(String key, boolean fallback) {
    return define(key, new Rule.Flag(), fallback, Optional.empty());
  }

  private static Definition limit(String key, String environment, int fallback) {
    return define(key, new Rule.Whole(1, 100_000_000), fallback, Optional.of(environment));
  }

  private static Definition days(String key, int fallback) {
    return define(key, new Rule.Whole(1, 3650), fallback, Optional.empty());
  }

  private static Definition within(String key, int least, int most, int fallback) {
    return define(key, new Rule.Whole(least, most), fallback, Optional.empty());
  }

  private static Definition define(
      String key, Rule rule, Object fallback, Optional<String> environment) {
    JsonNode tree = Json.tree(fallback);
    return new Definition(key, key.substring(0, key.indexOf('.')), rule, tree, environment);
  }

  private Catalogue() {}
}
