package systems.voltaic.magnetiq.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import net.logstash.logback.encoder.LogstashEncoder;
import net.logstash.logback.fieldnames.LogstashCommonFieldNames;
import net.logstash.logback.fieldnames.LogstashFieldNames;
import net.logstash.logback.stacktrace.ShortenedThrowableConverter;

/** The two looks of a log line, both masked. */
final class LogLines {

  private static final String LEFT_OUT = LogstashCommonFieldNames.IGNORE_FIELD_INDICATOR;

  static Encoder<ILoggingEvent> text(Masker masker) {
    var layout = new TextLayout(masker);
    layout.start();
    var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
    encoder.setLayout(layout);
    return encoder;
  }

  static Encoder<ILoggingEvent> json(Masker masker) {
    var encoder = new LogstashEncoder();
    encoder.setFieldNames(names());
    encoder.setTimeZone("UTC");
    encoder.setIncludeMdc(false);
    encoder.setIncludeContext(false);
    encoder.setThrowableConverter(traces());
    encoder.setJsonGeneratorDecorator(generator -> new MaskedJson(generator, masker));
    return new AccessLines(encoder, masker);
  }

  private static LogstashFieldNames names() {
    var names = new LogstashFieldNames();
    names.setTimestamp("timestamp");
    names.setLogger("logger");
    names.setStackTrace("stackTrace");
    names.setVersion(LEFT_OUT);
    names.setLevelValue(LEFT_OUT);
    names.setThread(LEFT_OUT);
    return names;
  }

  private static ShortenedThrowableConverter traces() {
    var traces = new ShortenedThrowableConverter();
    traces.setMaxDepthPerThrowable(40);
    traces.setMaxLength(12_000);
    return traces;
  }

  private LogLines() {}
}
