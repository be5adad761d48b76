package systems.voltaic.magnetiq.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.logstash.logback.argument.StructuredArguments;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.json.Json;

class LogLinesTest {

  private static final Masker MASKER = new Masker(List.of());
  private final LoggerContext context = new LoggerContext();

  @Test
  void aJsonLineHasTheFieldsByTheirNames() {
    var line =
        Json.parse(
            write(
                LogLines.json(MASKER),
                "answered",
                null,
                StructuredArguments.kv("requestId", "r-1"),
                StructuredArguments.kv("route", "/pages/{id}"),
                StructuredArguments.kv("status", 200),
                StructuredArguments.kv("milliseconds", 12)));

    assertThat(line.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "timestamp",
            "level",
            "logger",
            "message",
            "requestId",
            "route",
            "status",
            "milliseconds");
    assertThat(line.get("status").isInt()).isTrue();
    assertThat(line.get("message").asText()).isEqualTo("answered");
  }

  @Test
  void theLineOfARequestHasTheSameForm() {
    var request = access("GET", "0190163d-8694-739b-aea5-966c26f8ad91");
    var line = Json.parse(write(LogLines.json(MASKER), "{}", null, request));

    assertThat(line.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "timestamp",
            "level",
            "logger",
            "message",
            "method",
            "route",
            "status",
            "millis",
            "client",
            "requestId");
    assertThat(line.get("status").isInt()).isTrue();
    assertThat(line.get("message").asText()).isEqualTo(request.toString());
  }

  @Test
  void theLineOfARequestSaysWhenItWasWritten() {
    var encoder = LogLines.json(MASKER);
    Object[] request = {access("GET", "0190163d-8694-739b-aea5-966c26f8ad91")};
    for (String moment :
        List.of("2026-03-01T08:00:00.000042Z", "2026-03-01T08:00:00.5Z", "2026-03-01T08:00:01Z")) {
      var event = event("{}", null, request);
      event.setInstant(Instant.parse(moment));
      String written =
          Json.parse(new String(encoder.encode(event), StandardCharsets.UTF_8))
              .get("timestamp")
              .asText();

      assertThat(Instant.parse(written)).isEqualTo(moment);
    }
  }

  @Test
  void whatAClientChoseIsMaskedInTheLineOfItsRequest() {
    var request = access("visitor@example.com", "mq_live_0123456789abcdef");
    String line = write(LogLines.json(MASKER), "{}", null, request);

    assertThat(line).doesNotContain("visitor@").doesNotContain("0123456789abcdef");
  }

  private static AccessLine access(String method, String requestId) {
    return new AccessLine(method, "/pages/{id}", 200, 12, "203.0.113.0", requestId);
  }

  @Test
  void aSecretNumberIsHiddenByItsName() {
    String line = write(LogLines.json(MASKER), "m", null, StructuredArguments.kv("password", 4711));
    assertThat(line).doesNotContain("4711");
  }

  @Test
  void aStrangersLineBreaksAndEscapesStayInsideOneTextLine() {
    var thrown = new IllegalStateException("x\r\n2026-01-01 00:00:00.000 INFO forged\u001b[2J");
    String text = write(LogLines.text(MASKER), "a\r\nb\u2028c\u202e", thrown);

    assertThat(text.lines().findFirst().orElseThrow()).endsWith("a\\r\\nb\\u2028c\\u202e");
    assertThat(text.lines()).noneMatch(line -> line.startsWith("2026-01-01"));
    assertThat(text).doesNotContain("\u001b").contains("forged\\u001b[2J");
  }

  @Test
  void aTextLineShowsFieldsOnce() {
    String text =
        write(
            LogLines.text(MASKER),
            "{} left",
            null,
            StructuredArguments.kv("count", 3),
            StructuredArguments.kv("kind", "mail"));
    assertThat(text).endsWith("count=3 left kind=mail\n");
  }

  @Test
  void aPersonStaysRecognisableButUnnamed() {
    assertThat(MASKER.mask("jane@example.com from 203.0.113.9 called +49 151 2345678"))
        .isEqualTo("j***@example.com from 203.0.113.0/24 called +49***");
  }

  @Test
  void ordinaryTextStaysAsItIs() {
    String text =
        "2026-01-01T10:11:12.123Z 5.0.10 http://127.0.0.1:3036/health 12:34:56"
            + " 0197c2f4-1111-7000-8000-123456789012 GET /pages/{id} 200 in 12 ms, 3 of 10";
    assertThat(MASKER.mask(text)).isEqualTo(text);
  }

  @Test
  void hostileTextIsMaskedInTime() {
    var started = System.nanoTime();
    for (String piece :
        List.of("a", "password", "=,", "::", "@a.", "://:", "eyJ.", "0 1", "\"\\")) {
      MASKER.mask(piece.repeat(20_000));
    }
    assertThat((System.nanoTime() - started) / 1_000_000).isLessThan(5_000);
  }

  private String write(
      Encoder<ILoggingEvent> encoder, String message, Throwable t, Object... args) {
    encoder.setContext(context);
    encoder.start();
    return new String(encoder.encode(event(message, t, args)), StandardCharsets.UTF_8);
  }

  private LoggingEvent event(String message, Throwable t, Object... args) {
    return new LoggingEvent("fqcn", context.getLogger("test"), Level.INFO, message, t, args);
  }
}
