package systems.voltaic.magnetiq.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what the program logs to the console and, if asked, to a rotated file. */
public final class Logging implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Logging.class);
  private static final int WAITING_EVENTS = 8_192;
  private static final String FILE_SIZE = "10MB";
  private static final int OLD_FILES = 5;
  private static final List<String> TALKATIVE = List.of("io.netty", "org.flywaydb");

  private final LoggerContext context;
  private final BoundedAppender queue = new BoundedAppender(WAITING_EVENTS);
  private final Masker masker;
  private final LogConfig config;

  private Logging(LogConfig config, Masker masker, LoggerContext context) {
    this.context = context;
    this.masker = masker;
    this.config = config;
  }

  /** The secrets are the configured ones: they are taken out wherever they turn up. */
  public static Logging start(LogConfig config, Collection<String> secrets) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    var logging = new Logging(config, new Masker(secrets), context);
    context.reset();
    logging.connect();
    return logging;
  }

  public void count(MeterRegistry registry) {
    FunctionCounter.builder("log.events.dropped", queue, BoundedAppender::dropped)
        .description("Log events given up because the writer lagged")
        .register(registry);
  }

  /** Writes what waits, then stops. */
  @Override
  public void close() {
    context.stop();
  }

  private void connect() {
    queue.setContext(context);
    queue.setName("queue");
    queue.addAppender(console());
    config.file().ifPresent(this::addFile);
    queue.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.convertAnSLF4JLevel(config.level()));
    root.addAppender(queue);
    TALKATIVE.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
    config.file().ifPresent(this::complainAboutFile);
  }

  private Appender<ILoggingEvent> console() {
    var console = new ConsoleAppender<ILoggingEvent>();
    console.setContext(context);
    console.setName("console");
    console.setEncoder(encoder());
    console.start();
    return console;
  }

  private void addFile(Path path) {
    var file = new RollingFileAppender<ILoggingEvent>();
    file.setContext(context);
    file.setName("file");
    file.setFile(path.toString());
    file.setEncoder(encoder());
    var names = new FixedWindowRollingPolicy();
    names.setContext(context);
    names.setParent(file);
    names.setFileNamePattern(path + ".%i");
    names.setMinIndex(1);
    names.setMaxIndex(OLD_FILES);
    names.start();
    var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
    size.setMaxFileSize(FileSize.valueOf(FILE_SIZE));
    size.setContext(context);
    size.setCheckIncrement(Duration.buildByMilliseconds(200));
    size.start();
    file.setRollingPolicy(names);
    file.setTriggeringPolicy(size);
    file.start();
    queue.addAppender(file);
  }

  private void complainAboutFile(Path path) {
    if (!queue.getAppender("file").isStarted()) {
      LOG.warn(
          "LOG_FILE {} cannot be written, so the log goes to the console only: check the folder and its owner, then restart",
          path);
    }
  }

  private Encoder<ILoggingEvent> encoder() {
    Encoder<ILoggingEvent> encoder =
        config.format() == LogConfig.Format.JSON ? LogLines.json(masker) : LogLines.text(masker);
    encoder.setContext(context);
    encoder.start();
    return encoder;
  }
}
