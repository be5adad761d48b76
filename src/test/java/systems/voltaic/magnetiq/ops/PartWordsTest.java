package systems.voltaic.magnetiq.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PartWordsTest {

  private static final Path WORDS = Path.of("webroot/src/admin/part-words.ts");
  private static final Path PROGRAM = Path.of("src/main/java");

  private static final Pattern NAMED =
      Pattern.compile("(?:new Rule|new Feature|Probe\\.of|Probe\\.reachable)\\(\\s*\"([a-z-]+)\"");

  private static final Pattern PARTS =
      Pattern.compile("const parts.*?\\{\n(.*?)\n\\};", Pattern.DOTALL);
  private static final Pattern PART = Pattern.compile("^  '?([a-z-]+)'?: \\{", Pattern.MULTILINE);

  @Test
  void whatAlertsProbesAndFeaturesAreCalledTheAdminSaysInBothLanguages() throws IOException {
    var parts = PARTS.matcher(Files.readString(WORDS));
    assertThat(parts.find()).isTrue();
    assertThat(found(PART, parts.group(1))).hasSizeGreaterThan(10).isEqualTo(named());
  }

  private static Set<String> named() throws IOException {
    try (var files = Files.walk(PROGRAM)) {
      var sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      var source = new StringBuilder();
      for (Path file : sources) {
        source.append(Files.readString(file));
      }
      return found(NAMED, source.toString());
    }
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(PartWordsTest::name).collect(Collectors.toSet());
  }

  private static String name(MatchResult match) {
    return match.group(1);
  }
}
