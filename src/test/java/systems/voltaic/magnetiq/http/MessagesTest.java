package systems.voltaic.magnetiq.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.access.Language;

final class MessagesTest {

  private static final Pattern CODE =
      Pattern.compile(
          "(?:Fault\\s*\\.(?:of\\(\\s*(?:Fault\\.)?Kind\\.[A-Z_]+|invalid\\(|rule\\(|conflict\\("
              + "|unavailable\\(|inFlight\\()|new Refusal\\(\\s*\\d+)\\s*,?\\s*\"([a-z0-9-]+)\"");

  /** Behind where it is wrong stands what, before a colon and the values of the rule. */
  private static final Pattern FIELD =
      Pattern.compile(
          "(?:Detail\\((?:\"[^\"]*\"|[^\",])+,|Wrong\\s*\\.field\\(\\s*\"[^\"]*\",|Breach\\()"
              + "\\s*\"([A-Za-z0-9-]+)[:\"]");

  private final Messages messages = new Messages();

  @Test
  void saysEverythingInEveryLanguage() {
    assertThat(messages.keys(Language.DE)).isEqualTo(messages.keys(Language.EN));
  }

  @Test
  void knowsEveryCodeOfTheProgram() throws IOException {
    Set<String> missing = new TreeSet<>();
    for (String code : codes(CODE)) {
      if (messages.find(Language.EN, code + ".title").isEmpty()
          || messages.find(Language.EN, code + ".detail").isEmpty()) {
        missing.add(code);
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void hasWordsForEveryFieldOfTheProgram() throws IOException {
    assertThat(codes(FIELD))
        .contains(
            "cursor", "page-html-empty", "email-differs", "repeated", "key-end", "setting-line")
        .allSatisfy(code -> assertThat(messages.find(Language.EN, "field." + code)).isPresent());
  }

  @Test
  void findsCodes() throws IOException {
    assertThat(codes(CODE)).contains("no-such-page", "malformed", "in-flight", "unauthenticated");
  }

  private static Set<String> codes(Pattern pattern) throws IOException {
    var codes = new TreeSet<String>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        pattern.matcher(Files.readString(file)).results().forEach(code -> codes.add(code.group(1)));
      }
    }
    return codes;
  }
}
