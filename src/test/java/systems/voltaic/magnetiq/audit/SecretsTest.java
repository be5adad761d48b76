package systems.voltaic.magnetiq.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import systems.voltaic.magnetiq.json.Json;

class SecretsTest {

  private static final String CANARY = "canary";

  static List<Object> corpus(String part) throws IOException {
    try (var text = SecretsTest.class.getResourceAsStream("/audit/secrets.yaml")) {
      Map<String, List<Object>> parts = new Yaml().load(text);
      return parts.get(part);
    }
  }

  static List<Object> removed() throws IOException {
    return corpus("removed");
  }

  static List<Object> kept() throws IOException {
    return corpus("kept");
  }

  @ParameterizedTest
  @MethodSource("removed")
  void keepsNoSecret(Object tree) {
    assertThat(Secrets.removed(Json.tree(tree)).toString().toLowerCase(Locale.ROOT))
        .doesNotContain(CANARY)
        .contains("(removed)");
  }

  @ParameterizedTest
  @MethodSource("kept")
  void keepsWhatIsNone(Object tree) {
    JsonNode before = Json.tree(tree);

    assertThat(Secrets.removed(before)).isEqualTo(before);
  }

  @Test
  void leavesTheOriginalAlone() {
    JsonNode original = Json.tree(Map.of("password", CANARY));
    Secrets.removed(original);

    assertThat(original.toString()).contains(CANARY);
  }
}
