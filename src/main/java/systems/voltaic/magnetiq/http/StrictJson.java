package systems.voltaic.magnetiq.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.fault.Fault.Detail;

/** JSON without what parsers disagree about and databases refuse. */
final class StrictJson {

  static final int DEEPEST = 64;

  private static final ObjectReader READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(64)
                          .maxNameLength(256)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  static JsonNode parse(Buffer body) {
    JsonNode tree;
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body.getBytes()));
      tree = READER.readTree(text.toString());
    } catch (CharacterCodingException e) {
      throw malformed("", "utf8");
    } catch (JsonProcessingException e) {
      throw malformed(
          "", e.getOriginalMessage().startsWith("Duplicate") ? "duplicate-key" : "json");
    }
    if (tree.isMissingNode()) {
      throw malformed("", "json");
    }
    refuseOddities(tree, "");
    return tree;
  }

  private static void refuseOddities(JsonNode node, String pointer) {
    if (node.isTextual()) {
      refuseOddText(node.textValue(), pointer);
    } else if (node.isNumber()) {
      refuseOddNumber(node, pointer);
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        refuseOddities(node.get(i), pointer + "/" + i);
      }
    } else if (node.isObject()) {
      node.properties().forEach(field -> refuseOddField(field.getKey(), field.getValue(), pointer));
    }
  }

  private static void refuseOddField(String name, JsonNode value, String pointer) {
    refuseOddText(name, pointer);
    refuseOddities(value, pointer + "/" + escape(name));
  }

  private static void refuseOddNumber(JsonNode node, String pointer) {
    boolean fits =
        node.isIntegralNumber() ? node.canConvertToLong() : Double.isFinite(node.doubleValue());
    if (!fits) {
      throw malformed(pointer, "number-range");
    }
  }

  private static void refuseOddText(String text, String pointer) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw malformed(pointer, "nul");
      }
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          throw malformed(pointer, "surrogate");
        }
        i++;
      }
    }
  }

  /** RFC 6901: how a field name is written inside a pointer. */
  static String escape(String name) {
    return name.indexOf('~') < 0 && name.indexOf('/') < 0
        ? name
        : name.replace("~", "~0").replace("/", "~1");
  }

  private static Fault malformed(String pointer, String code) {
    return Fault.invalid(
        "malformed",
        "the body is not well-formed JSON",
        List.of(new Detail(pointer, code, "not well-formed")));
  }

  private StrictJson() {}
}
