package systems.voltaic.magnetiq.mail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One mail in one language, as it is written in its file: the subject in the first line, then
 * blocks between empty lines. "# heading", "- label: value" rows, "[label](link)", else a
 * paragraph; {name} stands for a value, which can never become a block of its own.
 */
record Letter(String subject, List<Block> blocks) {

  sealed interface Block {}

  record Heading(String words) implements Block {}

  record Paragraph(String words) implements Block {}

  record Button(String label, String link) implements Block {}

  record Facts(List<String> rows) implements Block {}

  private static final Pattern VALUE = Pattern.compile("\\{([a-zA-Z]+)}");
  private static final Pattern BUTTON = Pattern.compile("\\[([^]]+)]\\(([^)]+)\\)");

  static Letter parse(String file) {
    String[] parts = file.strip().split("\\R\\s*\\R");
    return new Letter(parts[0].strip(), Arrays.stream(parts).skip(1).map(Letter::block).toList());
  }

  private static Block block(String text) {
    Matcher button = BUTTON.matcher(text.strip());
    if (button.matches()) {
      return new Button(button.group(1), button.group(2));
    }
    if (text.startsWith("# ")) {
      return new Heading(text.substring(2).strip());
    }
    if (text.startsWith("- ")) {
      return new Facts(text.lines().map(line -> line.substring(2).strip()).toList());
    }
    return new Paragraph(String.join(" ", text.strip().split("\\s*\\R\\s*")));
  }

  /** The same letter with its values in place. */
  Letter with(Map<String, String> values) {
    UnaryOperator<String> fill = words -> filled(words, values);
    return new Letter(fill.apply(subject), blocks.stream().map(b -> filled(b, fill)).toList());
  }

  private static Block filled(Block block, UnaryOperator<String> fill) {
    if (block instanceof Heading heading) {
      return new Heading(fill.apply(heading.words()));
    }
    if (block instanceof Button button) {
      return new Button(fill.apply(button.label()), fill.apply(button.link()));
    }
    if (block instanceof Facts facts) {
      return new Facts(facts.rows().stream().map(fill).toList());
    }
    return new Paragraph(fill.apply(((Paragraph) block).words()));
  }

  private static String filled(String words, Map<String, String> values) {
    return VALUE.matcher(words).replaceAll(m -> Matcher.quoteReplacement(value(m, values)));
  }

  private static String value(MatchResult name, Map<String, String> values) {
    String value = values.get(name.group(1));
    if (value == null) {
      throw new IllegalArgumentException("the letter has no value for {" + name.group(1) + "}");
    }
    return value
        .codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The names it stands on, so that both languages can be held equal. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    List<String> all = new ArrayList<>(List.of(subject));
    blocks.forEach(block -> all.add(block.toString()));
    all.forEach(words -> VALUE.matcher(words).results().forEach(m -> names.add(m.group(1))));
    return names;
  }
}
