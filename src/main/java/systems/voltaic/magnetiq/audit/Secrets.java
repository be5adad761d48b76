package systems.voltaic.magnetiq.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes out of a record what the audit must not keep: by the name of a field, or by its look. */
final class Secrets {

  private static final JsonNode REMOVED = TextNode.valueOf("(removed)");

  /** Of a name with nothing but its letters. */
  private static final Pattern NAMES =
      Pattern.compile(
          ".*(passwor[dt]|passwd|passphrase|kennwort|secret|geheim|token|apikey|accesskey|credential"
              + "|privatekey|signingkey|encryptionkey|recoverycode|backupcode|authorization"
              + "|bearer|cookie|csrf).*|seed|pin|pass|pwd|t?otp|jwt|codes?|keys?hash|mnemonic|salt");

  private static final Pattern VALUES =
      Pattern.compile(
          "mq_live_|eyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]{5,}\\.|\\$argon2|\\$2[aby]\\$|\\$pbkdf2"
              + "|-----BEGIN [A-Z ]*PRIVATE KEY|otpauth:|(?i:bearer|basic) [A-Za-z0-9+/=_.-]{16,}"
              + "|AKIA[0-9A-Z]{16}|[?&#](?i:[a-z_-]*(token|key|secret|signature|sig|password|code))=[^&#]{8}|sk_(live|test)_|whsec_|[a-z+]{2,20}://[^/@\\s:]+:[^/@\\s]+@"
              + "|(^|[^A-Za-z0-9_-])(?=[a-z0-9_-]*[A-Z])(?=[A-Za-z_-]*[0-9])[A-Za-z0-9_-]{43}($|[^A-Za-z0-9_-])");

  static JsonNode removed(JsonNode tree) {
    return tree == null ? null : cleaned(tree.deepCopy());
  }

  private static JsonNode cleaned(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(field -> field.setValue(cleaned(field.getKey(), field.getValue())));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, cleaned(array.get(i)));
      }
    }
    return node.isTextual() && VALUES.matcher(node.textValue()).find() ? REMOVED : node;
  }

  private static JsonNode cleaned(String name, JsonNode value) {
    boolean told = value.isNull() || value.isBoolean();
    return !told && NAMES.matcher(letters(name)).matches() ? REMOVED : cleaned(value);
  }

  private static String letters(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]", "");
  }

  private Secrets() {}
}
