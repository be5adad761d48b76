package systems.voltaic.magnetiq.mail;

import java.util.Locale;
import java.util.stream.Collectors;

/** A letter for readers without HTML. */
final class TextMail {

  private static final String RULE = "\n\n--\n";

  static String write(Letter letter, Brand brand) {
    String body = letter.blocks().stream().map(TextMail::block).collect(Collectors.joining("\n\n"));
    return body + RULE + brand.name() + " - " + brand.url() + "\n";
  }

  private static String block(Letter.Block block) {
    if (block instanceof Letter.Heading heading) {
      return heading.words().toUpperCase(Locale.ROOT);
    }
    if (block instanceof Letter.Button button) {
      return button.label() + ":\n" + button.link();
    }
    if (block instanceof Letter.Facts facts) {
      return facts.rows().stream().map(row -> "* " + row).collect(Collectors.joining("\n"));
    }
    return ((Letter.Paragraph) block).words();
  }

  private TextMail() {}
}
