package systems.voltaic.magnetiq.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Writes the lines of requests itself, in the same form as the encoder of all other lines. */
final class AccessLines extends EncoderBase<ILoggingEvent> {

  private static final JsonFactory JSON = new JsonFactory();

  private final Encoder<ILoggingEvent> others;
  private final Masker masker;
  private long second = Long.MIN_VALUE;
  private String secondText;

  AccessLines(Encoder<ILoggingEvent> others, Masker masker) {
    this.others = others;
    this.masker = masker;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    AccessLine line = of(event);
    return line == null ? others.encode(event) : encode(event, line.masked(masker));
  }

  /** Null for every other line. */
  static AccessLine of(ILoggingEvent event) {
    Object[] arguments = event.getArgumentArray();
    return arguments != null && arguments.length == 1 && arguments[0] instanceof AccessLine line
        ? line
        : null;
  }

  private byte[] encode(ILoggingEvent event, AccessLine line) {
    var bytes = new ByteArrayOutputStream(320);
    try (var json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("timestamp", text(event.getInstant()));
      json.writeStringField("message", line.toString());
      json.writeStringField("logger", event.getLoggerName());
      json.writeStringField("level", event.getLevel().toString());
      json.writeStringField("method", line.method());
      json.writeStringField("route", line.route());
      json.writeNumberField("status", line.status());
      json.writeNumberField("millis", line.millis());
      json.writeStringField("client", line.client());
      json.writeStringField("requestId", line.requestId());
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** There are thousands of lines in a second, so its text is made once. */
  private String text(Instant moment) {
    if (moment.getEpochSecond() != second) {
      second = moment.getEpochSecond();
      String whole = Instant.ofEpochSecond(second).toString();
      secondText = whole.substring(0, whole.length() - 1);
    }
    String micros = Integer.toString(1_000_000 + moment.getNano() / 1_000);
    return secondText + "." + micros.substring(1) + "Z";
  }

  @Override
  public void start() {
    others.setContext(getContext());
    others.start();
    super.start();
  }

  @Override
  public void stop() {
    others.stop();
    super.stop();
  }

  @Override
  public byte[] headerBytes() {
    return others.headerBytes();
  }

  @Override
  public byte[] footerBytes() {
    return others.footerBytes();
  }
}
