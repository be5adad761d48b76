package systems.voltaic.magnetiq.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.LayoutBase;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.logstash.logback.argument.StructuredArgument;
import org.slf4j.event.KeyValuePair;

/** One readable line an event; what a stranger sent cannot begin a line of its own. */
public final class TextLayout extends LayoutBase<ILoggingEvent> {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneId.systemDefault());
  private static final int DEEPEST_CAUSE = 8;
  private static final int FRAMES = 40;

  private final Masker masker;

  /** For logback.xml, before any configuration is known. */
  public TextLayout() {
    this(new Masker(List.of()));
  }

  TextLayout(Masker masker) {
    this.masker = masker;
  }

  @Override
  public String doLayout(ILoggingEvent event) {
    var line = new StringBuilder(200).append(TIME.format(event.getInstant()));
    line.append(' ').append(String.format("%-5s", event.getLevel()));
    line.append(' ').append(shortName(event.getLoggerName())).append("  ");
    line.append(safe(event.getFormattedMessage() + fields(event))).append('\n');
    appendTrace(line, event.getThrowableProxy(), "", 0);
    return line.toString();
  }

  private String fields(ILoggingEvent event) {
    Object[] arguments =
        event.getArgumentArray() == null ? new Object[0] : event.getArgumentArray();
    List<KeyValuePair> pairs =
        event.getKeyValuePairs() == null ? List.of() : event.getKeyValuePairs();
    Stream<?> unsaid =
        Stream.of(arguments)
            .filter(StructuredArgument.class::isInstance)
            .skip(event.getMessage().split("\\{}", -1).length - 1L);
    return Stream.concat(unsaid, pairs.stream().map(p -> p.key + "=" + p.value))
        .map(field -> " " + field)
        .collect(Collectors.joining());
  }

  private void appendTrace(StringBuilder out, IThrowableProxy thrown, String role, int depth) {
    if (thrown == null || depth > DEEPEST_CAUSE) {
      return;
    }
    String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
    out.append("  ").append(role).append(safe(thrown.getClassName() + message)).append('\n');
    StackTraceElementProxy[] frames = thrown.getStackTraceElementProxyArray();
    for (int i = 0; frames != null && i < Math.min(FRAMES, frames.length); i++) {
      out.append("    ").append(frames[i].getSTEAsString()).append('\n');
    }
    appendTrace(out, thrown.getCause(), "caused by ", depth + 1);
    for (IThrowableProxy suppressed : thrown.getSuppressed()) {
      appendTrace(out, suppressed, "suppressed ", depth + 1);
    }
  }

  private String safe(String text) {
    String masked = masker.mask(text);
    var out = new StringBuilder(masked.length());
    masked.chars().forEach(c -> appendSafe(out, (char) c));
    return out.toString();
  }

  private static void appendSafe(StringBuilder out, char c) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      default -> {
        boolean moves = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
        if (moves || c == '\u2028' || c == '\u2029') {
          out.append(String.format("\\u%04x", (int) c));
        } else {
          out.append(c);
        }
      }
    }
  }

  private static String shortName(String logger) {
    return logger.substring(logger.lastIndexOf('.') + 1);
  }
}
