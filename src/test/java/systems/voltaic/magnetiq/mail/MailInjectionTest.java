package systems.voltaic.magnetiq.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.fault.Fault;

class MailInjectionTest {

  private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-f]{4})");

  @Test
  void refusesEveryTryOfTheListBeforeItIsWrittenDown() throws IOException {
    List<String> accepted = new ArrayList<>();
    for (String[] row : rows()) {
      if (!refusedAsDraft(row[0], row[1])) {
        accepted.add(row[0] + " " + row[1]);
      }
    }
    assertThat(accepted).isEmpty();
    assertThat(rows()).hasSizeGreaterThanOrEqualTo(80);
  }

  @Test
  void refusesEveryTryOfTheListOnTheWayOutToo() throws IOException {
    List<String> written = new ArrayList<>();
    for (String[] row : rows()) {
      if (!row[0].equals("fromname") && !refusedAtExit(row[0], row[1])) {
        written.add(row[0] + " " + row[1]);
      }
    }
    assertThat(written).isEmpty();
  }

  @Test
  void acceptsWhatPeopleReallyUse() {
    var texts = List.of("Größe: 100 % – ja!", "日本語の件名", "Smile 😀", "a\u00a0b");
    texts.forEach(text -> assertThat(draft("subject", text)).isNotNull());
    for (String address :
        List.of("ada.lovelace+news@example.com", "o'neil@sub.example.co.uk", "x@münchen.example")) {
      assertThat(draft("recipient", address).recipient()).contains("@");
    }
    assertThat(draft("recipient", "x@münchen.example").recipient())
        .isEqualTo("x@xn--mnchen-3ya.example");
    assertThat(draft("header", "List-Unsubscribe: <https://example.com/u>").headers()).hasSize(1);
  }

  @Test
  void quotesAndEncodesTheSender() {
    assertThat(HeaderText.mailbox("A \"B\" \\ <c@d>", "x@example.com"))
        .isEqualTo("\"A \\\"B\\\" \\\\ <c@d>\" <x@example.com>");
    assertThat(HeaderText.mailbox("Bürö", "x@example.com"))
        .isEqualTo("=?UTF-8?B?QsO8csO2?= <x@example.com>");
  }

  private static boolean refusedAsDraft(String field, String value) {
    if (field.equals("fromname")) {
      return !config(value).faults().isEmpty();
    }
    try {
      draft(field, value);
      return false;
    } catch (Fault refused) {
      return refused.code().equals("mail-refused");
    }
  }

  private static boolean refusedAtExit(String field, String value) {
    try {
      SmtpMessage.of(mail(field, value), config("Example"));
      return false;
    } catch (Fault refused) {
      return true;
    }
  }

  private static Mail.Draft draft(String field, String value) {
    var content = new Mail.Content(field.equals("subject") ? value : "Hello", "<p>", "text");
    String to = field.equals("recipient") ? value : "ada@example.com";
    return new Mail.Draft("test", to, Language.EN, content, headers(field, value));
  }

  private static Mail mail(String field, String value) {
    return new Mail(
        new UUID(1, 2),
        "test",
        field.equals("recipient") ? value : "ada@example.com",
        field.equals("subject") ? value : "Hello",
        Language.EN,
        headers(field, value),
        Mail.State.LEASED,
        1,
        null,
        Instant.EPOCH,
        null,
        "<p>",
        "text");
  }

  private static Map<String, String> headers(String field, String value) {
    if (!field.equals("header")) {
      return Map.of();
    }
    String[] parts = value.split(": ", 2);
    return Map.of(parts[0], parts[1]);
  }

  private static MailConfig config(String fromName) {
    var none = Optional.<String>empty();
    return new MailConfig(
        none, 25, none, none, "office@example.com", fromName, MailConfig.Tls.NONE);
  }

  private static List<String[]> rows() throws IOException {
    try (var file = MailInjectionTest.class.getResourceAsStream("/hostile/mail-injection.txt");
        Stream<String> lines = new String(file.readAllBytes(), UTF_8).lines()) {
      return lines
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .map(row -> new String[] {row[0], unescaped(row[1])})
          .toList();
    }
  }

  private static String unescaped(String text) {
    String whole = text.replace("\\r", "\r").replace("\\n", "\n").replace("\\\"", "\"");
    return UNICODE
        .matcher(whole)
        .replaceAll(
            m ->
                java.util.regex.Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(m.group(1), 16))));
  }
}
