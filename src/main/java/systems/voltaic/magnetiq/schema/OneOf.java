package systems.voltaic.magnetiq.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Exactly one of some shapes. */
record OneOf(List<Shape> shapes) implements Rule {

  @Override
  public void check(JsonNode value, String at, Faults faults) {
    long fitting = shapes.stream().filter(shape -> shape.fits(value)).count();
    if (fitting != 1) {
      faults.add(at, "oneOf", "is nothing that may be here");
    }
  }

  /**
   * Shapes that differ by the word in one field, such as the type of a block: only the one the
   * value says it is needs to be looked at, and only its faults are told.
   */
  record ByWord(String field, Map<String, Shape> shapes) implements Rule {

    private static final List<String> FIELDS = List.of("type", "kind");

    /** Null where no field tells the schemas apart. */
    static Rule of(List<JsonNode> schemas, List<Shape> shapes) {
      return FIELDS.stream()
          .map(field -> of(field, schemas, shapes))
          .filter(rule -> rule != null)
          .findFirst()
          .orElse(null);
    }

    private static Rule of(String field, List<JsonNode> schemas, List<Shape> shapes) {
      var byWord = new HashMap<String, Shape>();
      for (int i = 0; i < schemas.size(); i++) {
        List<String> words = words(field, schemas.get(i));
        for (String word : words) {
          if (byWord.put(word, shapes.get(i)) != null) {
            return null;
          }
        }
        if (words.isEmpty()) {
          return null;
        }
      }
      return new ByWord(field, byWord);
    }

    private static List<String> words(String field, JsonNode schema) {
      JsonNode rule = schema.path("properties").path(field);
      boolean required = false;
      for (JsonNode name : schema.path("required")) {
        required |= name.asText().equals(field);
      }
      if (!required || !schema.path("type").asText().equals("object")) {
        return List.of();
      }
      return rule.has("const") ? List.of(rule.path("const").asText()) : texts(rule.path("enum"));
    }

    private static List<String> texts(JsonNode list) {
      var texts = new TreeSet<String>();
      list.forEach(text -> texts.add(text.asText()));
      return List.copyOf(texts);
    }

    @Override
    public void check(JsonNode value, String at, Faults faults) {
      if (!value.isObject()) {
        faults.add(at, "type:object", "must be of type object");
        return;
      }
      JsonNode word = value.path(field);
      Shape shape = word.isTextual() ? shapes.get(word.textValue()) : null;
      if (shape == null) {
        String names = String.join(", ", new TreeSet<>(shapes.keySet()));
        faults.add(Faults.below(at, field), "enum:" + names, "must be one of " + names);
      } else {
        shape.check(value, at, faults);
      }
    }
  }
}
