package systems.voltaic.magnetiq.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What one parameter of an operation may be, compiled once. */
record ParameterRule(
    String name,
    String in,
    boolean required,
    String type,
    Set<String> values,
    Predicate<String> pattern,
    int shortest,
    int longest,
    BigDecimal least,
    BigDecimal most,
    int mostItems) {

  static final int LONGEST = 2000;

  static ParameterRule of(JsonNode parameter, JsonNode schema) {
    boolean list = schema.path("type").asText().equals("array");
    JsonNode one = list ? schema.path("items") : schema;
    return new ParameterRule(
        parameter.path("name").asText(),
        parameter.path("in").asText(),
        parameter.path("required").asBoolean(),
        one.path("type").asText("string"),
        values(one.path("enum")),
        pattern(one),
        one.path("minLength").asInt(0),
        one.path("maxLength").asInt(LONGEST),
        number(one, "minimum"),
        number(one, "maximum"),
        list ? schema.path("maxItems").asInt(100) : 0);
  }

  /** The code of what is wrong with the value, or null. */
  String fault(String value) {
    if (mostItems == 0) {
      return faultOfOne(value);
    }
    String[] items = value.split(",", -1);
    if (items.length > mostItems) {
      return "maxItems:" + mostItems;
    }
    for (String item : items) {
      String fault = faultOfOne(item);
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  private String faultOfOne(String value) {
    if (!values.isEmpty() && !values.contains(value)) {
      return "enum:" + String.join(", ", values);
    }
    return switch (type) {
      case "integer" -> faultOfInteger(value);
      case "number" -> faultOfNumber(value);
      case "boolean" -> value.equals("true") || value.equals("false") ? null : "type:boolean";
      default -> faultOfText(value);
    };
  }

  private String faultOfText(String value) {
    if (value.length() > longest && value.codePointCount(0, value.length()) > longest) {
      return "maxLength:" + longest;
    }
    if (value.length() < shortest) {
      return "minLength:" + shortest;
    }
    return pattern == null || pattern.test(value) ? null : "pattern";
  }

  private String faultOfInteger(String value) {
    String digits = value.startsWith("-") ? value.substring(1) : value;
    return isWhole(digits) ? faultOfRange(new BigDecimal(value)) : "type:integer";
  }

  /** At most 18 digits: always a long. */
  static boolean isWhole(String digits) {
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return false;
      }
    }
    return !digits.isEmpty() && digits.length() <= 18;
  }

  private String faultOfNumber(String value) {
    if (value.length() > 40 || !Pattern.matches("-?[0-9]+(\\.[0-9]+)?", value)) {
      return "type:number";
    }
    return faultOfRange(new BigDecimal(value));
  }

  private String faultOfRange(BigDecimal value) {
    if (least != null && value.compareTo(least) < 0) {
      return "minimum:" + least;
    }
    return most != null && value.compareTo(most) > 0 ? "maximum:" + most : null;
  }

  private static Set<String> values(JsonNode list) {
    var values = new HashSet<String>();
    list.forEach(value -> values.add(value.asText()));
    return values;
  }

  private static Predicate<String> pattern(JsonNode schema) {
    if (schema.path("format").asText().equals("uuid")) {
      return ParameterRule::isUuid;
    }
    return schema.has("pattern")
        ? Pattern.compile(schema.path("pattern").asText()).asPredicate()
        : null;
  }

  /** By hand: it runs for nearly every request, and a regular expression costs a microsecond. */
  static boolean isUuid(String text) {
    if (text.length() != 36) {
      return false;
    }
    for (int i = 0; i < 36; i++) {
      char c = text.charAt(i);
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (dash ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
        return false;
      }
    }
    return true;
  }

  private static BigDecimal number(JsonNode schema, String name) {
    return schema.has(name) ? schema.get(name).decimalValue() : null;
  }
}
