package systems.voltaic.magnetiq.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.Validator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.http.Contract;
import systems.voltaic.magnetiq.json.Json;

/** The library that knows all of JSON Schema is the judge; it is too slow to serve. */
class CompiledSchemaTest {

  private static final JsonNode CONTRACT = Contract.packaged(1_000_000).root();
  private static final int EACH = 150;

  @Test
  void saysYesAndNoWhereTheLibraryDoes() {
    long seed = Long.getLong("schema.seed", System.nanoTime());
    var random = new Random(seed);
    var verdicts = new TreeMap<Boolean, Integer>(Map.of(true, 0, false, 0));
    for (String name : bodies()) {
      var ours = CompiledSchema.of(CONTRACT, schema(name));
      var theirs = library(name);
      for (int i = 0; i < EACH; i++) {
        var instances = new RandomInstances(CONTRACT, random, i % 2 == 0 ? 400 : 30);
        JsonNode value = instances.next(schema(name));
        boolean valid = theirs.validate(plain(value)).getValid();
        assertThat(ours.faults(value).isEmpty())
            .as("seed %d: %s %s", seed, name, value)
            .isEqualTo(valid);
        verdicts.merge(valid, 1, Integer::sum);
      }
    }
    System.out.println("schemas: verdicts " + verdicts);
    assertThat(verdicts.values()).allMatch(count -> count > 50);
  }

  @Test
  void tellsTheFaultsOfWhatAValueSaysItIs() {
    var block = CompiledSchema.of(CONTRACT, schema("Block"));
    var quote = Json.parse("{\"type\": \"quote\", \"key\": \"a\", \"text\": 7, \"x/y\": 1}");

    assertThat(block.faults(quote))
        .extracting(fault -> fault.pointer() + " " + fault.code())
        .containsExactlyInAnyOrder("/text type:string", "/x~1y additionalProperties");
    assertThat(block.faults(Json.parse("{\"type\": \"carousel\"}")))
        .singleElement()
        .satisfies(fault -> assertThat(fault.code()).startsWith("enum:code, columns"));
  }

  @Test
  void checksAMegabyteWhileNobodyNotices() {
    var page = Json.parse("{\"type\": \"doc\", \"content\": []}");
    var paragraph =
        """
        {"type": "bulletList", "content": [{"type": "listItem", "content": [{"type": "paragraph",
          "content": [{"type": "text", "text": "words", "marks": [{"type": "em"}]}]}]}]}
        """;
    var content = (ArrayNode) page.path("content");
    for (int i = 0; i < 500; i++) {
      content.add(Json.parse(paragraph));
    }
    var schema = CompiledSchema.of(CONTRACT, schema("RichText"));
    assertThat(schema.faults(page)).isEmpty();

    long began = System.nanoTime();
    for (int i = 0; i < 13; i++) {
      schema.faults(page);
    }
    long millis = (System.nanoTime() - began) / 1_000_000;
    System.out.println("schemas: " + page.toString().length() * 13 + " bytes in " + millis + " ms");
    assertThat(millis).isLessThan(500);
  }

  @Test
  void refusesToCompileWhatItWouldNotHold() {
    assertThatThrownBy(() -> CompiledSchema.of(CONTRACT, Json.parse("{\"not\": {}}")))
        .hasMessageContaining("\"not\"");
  }

  private static Iterable<String> bodies() {
    return List.of(
        "PageDraft",
        "PagePublication",
        "RichText",
        "Frame",
        "SettingChange",
        "WebhookDraft",
        "WebhookPatch");
  }

  private static JsonNode schema(String name) {
    JsonNode schema = CONTRACT.at("/components/schemas/" + name);
    assertThat(schema.isObject()).as(name).isTrue();
    return schema;
  }

  private static Validator library(String name) {
    var options =
        new JsonSchemaOptions()
            .setBaseUri("app://magnetiq/")
            .setDraft(Draft.DRAFT202012)
            .setOutputFormat(OutputFormat.Flag);
    String all = CONTRACT.at("/components/schemas").toString();
    String here = all.replace("#/components/schemas/", "#/$defs/");
    var schema = new JsonObject().put("$ref", "#/$defs/" + name).put("$defs", new JsonObject(here));
    return Validator.create(JsonSchema.of(schema), options);
  }

  private static Object plain(JsonNode node) {
    String text = "[" + node + "]";
    return new JsonArray(text).getValue(0);
  }
}
