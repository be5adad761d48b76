package systems.voltaic.magnetiq.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
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

  private static final String UNWRITABLE =
      "LOG_FILE {} cannot be written, so the log goes to the console only:"
          + " check the folder and its owner, then restart";

  private final LoggerContext context;
  private final List<BoundedAppender> queues = new ArrayList<>();
  private final Masker masker;
  private final LogConfig config;
  private final String fileSize;

  private Logging(LogConfig config, Masker masker, LoggerContext context, String fileSize) {
    this.context = context;
    this.masker = masker;
    this.config = config;
    this.fileSize = fileSize;
  }

  /** The secrets are the configured ones: they are taken out wherever they turn up. */
  public static Logging start(LogConfig config, Collection<String> secrets) {
    return start(config, secrets, FILE_SIZE);
  }

  static Logging start(LogConfig config, Collection<String> secrets, String fileSize) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    var logging = new Logging(config, new Masker(secrets), context, fileSize);
    context.reset();
    context.start();
    logging.connect();
    return logging;
  }

  public void count(MeterRegistry registry) {
    FunctionCounter.builder("log.events.dropped", queues, Logging::dropped)
        .description("Log events given up because a writer lagged")
        .register(registry);
  }

  private static double dropped(List<BoundedAppender> queues) {
    return queues.stream().mapToDouble(BoundedAppender::dropped).sum();
  }

  /** Writes what waits, then stops. */
  @Override
  public void close() {
    context.stop();
  }

  private void connect() {
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.convertAnSLF4JLevel(config.level()));
    TALKATIVE.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
    GatheringConsole console = console();
    root.addAppender(queued(console, console::flush));
    config.file().ifPresent(path -> addFile(root, path));
  }

  private void addFile(ch.qos.logback.classic.Logger root, Path path) {
    Appender<ILoggingEvent> file = file(path);
    if (file.isStarted()) {
      root.addAppender(queued(file, () -> {}));
    } else {
      LOG.warn(UNWRITABLE, path);
    }
  }

  /** Each writer waits for itself only: a hanging console does not keep lines from the file. */
  private BoundedAppender queued(Appender<ILoggingEvent> writer, Runnable pause) {
    var queue = new BoundedAppender(WAITING_EVENTS, writer, pause);
    queue.setContext(context);
    queue.setName(writer.getName() + "-queue");
    queue.start();
    queues.add(queue);
    return queue;
  }

  private GatheringConsole console() {
    var console = new GatheringConsole();
    console.setContext(context);
    console.setName("console");
    console.setEncoder(encoder());
    console.start();
    return console;
  }

  private Appender<ILoggingEvent> file(Path path) {
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
    size.setMaxFileSize(FileSize.valueOf(fileSize));
    size.setContext(context);
    size.setCheckIncrement(Duration.buildByMilliseconds(0));
    size.start();
    file.setRollingPolicy(names);
    file.setTriggeringPolicy(size);
    file.start();
    return file;
  }

  private Encoder<ILoggingEvent> encoder() {
    Encoder<ILoggingEvent> encoder =
        config.format() == LogConfig.Format.JSON ? LogLines.json(masker) : LogLines.text(masker);
    encoder.setContext(context);
    encoder.start();
    return encoder;
  }
}
