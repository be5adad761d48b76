package systems.voltaic.magnetiq.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Keywords for texts, numbers and what a value is at all. */
final class ValueRules {

  static Rule type(String type) {
    return (value, at, faults) -> {
      if (!is(type, value)) {
        faults.add(at, "type:" + type, "must be of type " + type);
      }
    };
  }

  private static boolean is(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "boolean" -> value.isBoolean();
      case "number" -> value.isNumber();
      case "integer" -> value.isNumber() && isWhole(value);
      case "null" -> value.isNull();
      default -> throw new IllegalStateException("no such type: " + type);
    };
  }

  private static boolean isWhole(JsonNode value) {
    return value.isIntegralNumber() || value.doubleValue() == Math.rint(value.doubleValue());
  }

  static Rule allowed(String keyword, Iterable<JsonNode> values) {
    Set<JsonNode> allowed = new LinkedHashSet<>();
    values.forEach(allowed::add);
    String names = String.join(", ", allowed.stream().map(JsonNode::asText).toArray(String[]::new));
    return (value, at, faults) -> {
      if (!allowed.contains(value)) {
        faults.add(at, keyword + ":" + names, "must be " + names);
      }
    };
  }

  static Rule minLength(int least) {
    return (value, at, faults) -> {
      if (value.isTextual() && characters(value) < least) {
        faults.add(at, "minLength:" + least, "must have " + least + " characters or more");
      }
    };
  }

  static Rule maxLength(int most) {
    return (value, at, faults) -> {
      boolean tooLong = value.isTextual() && value.textValue().length() > most;
      if (tooLong && characters(value) > most) {
        faults.add(at, "maxLength:" + most, "must have " + most + " characters or fewer");
      }
    };
  }

  private static int characters(JsonNode value) {
    String text = value.textValue();
    return text.codePointCount(0, text.length());
  }

  static Rule pattern(String pattern) {
    var compiled = Pattern.compile(pattern);
    return (value, at, faults) -> {
      if (value.isTextual() && !compiled.matcher(value.textValue()).find()) {
        faults.add(at, "pattern", "has the wrong form");
      }
    };
  }

  static Rule minimum(BigDecimal least) {
    return (value, at, faults) -> {
      if (value.isNumber() && value.decimalValue().compareTo(least) < 0) {
        faults.add(at, "minimum:" + least, "must be " + least + " or more");
      }
    };
  }

  static Rule maximum(BigDecimal most) {
    return (value, at, faults) -> {
      if (value.isNumber() && value.decimalValue().compareTo(most) > 0) {
        faults.add(at, "maximum:" + most, "must be " + most + " or less");
      }
    };
  }

  private ValueRules() {}
}
