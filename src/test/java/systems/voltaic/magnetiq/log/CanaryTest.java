package systems.voltaic.magnetiq.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.logstash.logback.argument.StructuredArguments;
import net.logstash.logback.marker.Markers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;

class CanaryTest {

  record Canary(String said, String hidden) {}

  record Login(String name, String remark) {}

  private static final Masker MASKER = new Masker(List.of("s3cr3t/canary+26"));

  static Stream<Canary> canaries() throws Exception {
    return Files.readAllLines(Path.of("src/test/resources/log/canaries.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" \\| "))
        .map(parts -> new Canary(parts[1], parts[2].strip()));
  }

  @ParameterizedTest
  @MethodSource("canaries")
  void noCanaryIsInTheJsonLog(Canary canary) {
    assertThat(logged(LogLines.json(MASKER), canary.said())).doesNotContain(canary.hidden());
  }

  @ParameterizedTest
  @MethodSource("canaries")
  void noCanaryIsInTheTextLog(Canary canary) {
    assertThat(logged(LogLines.text(MASKER), canary.said())).doesNotContain(canary.hidden());
  }

  private static String logged(Encoder<ILoggingEvent> encoder, String canary) {
    var out = new ByteArrayOutputStream();
    var context = new LoggerContext();
    encoder.setContext(context);
    encoder.start();
    var appender =
        new AppenderBase<ILoggingEvent>() {
          @Override
          protected void append(ILoggingEvent event) {
            out.writeBytes(encoder.encode(event));
          }
        };
    appender.start();
    Logger log = context.getLogger("canary");
    context.getLogger("canary").addAppender(appender);
    sayInEveryWay(log, canary);
    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(text.lines().filter(line -> line.contains("way-"))).hasSizeGreaterThanOrEqualTo(11);
    return text;
  }

  private static void sayInEveryWay(Logger log, String canary) {
    var inner = new IllegalArgumentException(canary, new IllegalStateException("deep " + canary));
    var outer = new IllegalStateException("way-outer", inner);
    outer.addSuppressed(new IllegalStateException(canary));
    log.info("way-1 " + canary);
    log.info("way-2 {}", canary);
    log.info("way-3", StructuredArguments.kv("remark", canary));
    log.info("way-4 {}", StructuredArguments.kv("remark", canary));
    log.info("way-5", StructuredArguments.kv("login", new Login("jane", canary)));
    log.info("way-6", StructuredArguments.entries(Map.of("a", List.of(canary))));
    log.info("way-7", StructuredArguments.kv("map", Map.of(canary, 1)));
    log.atInfo().addKeyValue("remark", canary).log("way-8");
    log.info(Markers.append("remark", canary), "way-9");
    log.error("way-10", outer);
    log.info("way-11", StructuredArguments.array("list", Arrays.asList(canary, null)));
    log.info("way-12", StructuredArguments.raw("raw", "\"" + canary.replace("\"", "") + "\""));
  }
}
