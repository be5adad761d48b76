package systems.voltaic.magnetiq.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import systems.voltaic.magnetiq.json.Json;

@Isolated("it listens to the log of the whole JVM")
class LoggingTest {

  private static final Logger LOG = LoggerFactory.getLogger(LoggingTest.class);
  private final PrintStream realConsole = System.out;
  private final ByteArrayOutputStream console = new ByteArrayOutputStream();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  @TempDir Path folder;

  @BeforeEach
  void watchConsole() {
    System.setOut(new PrintStream(console, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restore() throws Exception {
    System.setOut(realConsole);
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    var configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(LoggingTest.class.getResource("/logback.xml"));
  }

  @Test
  void whatIsLoggedIsOneJsonObjectALineOnTheConsoleAndInTheFile() throws Exception {
    Path file = folder.resolve("magnetiq.log");
    try (var logging = start(json(file), List.of("topsecret-value"))) {
      assertThat(logging).isNotNull();
      LOG.info("said topsecret-value\nand more");
    }
    assertThat(console.toString(StandardCharsets.UTF_8)).isEqualTo(Files.readString(file));
    assertThat(Files.readAllLines(file)).hasSize(1);
    assertThat(Json.parse(Files.readString(file)).get("message").asText())
        .isEqualTo("said ***\nand more");
  }

  @Test
  void belowTheLevelNothingIsWritten() {
    var config = new LogConfig(Level.WARN, LogConfig.Format.TEXT, Optional.empty());
    try (var logging = start(config, List.of())) {
      assertThat(logging).isNotNull();
      LOG.info("quiet");
      LOG.warn("loud");
    }
    assertThat(console.toString(StandardCharsets.UTF_8)).contains("loud").doesNotContain("quiet");
  }

  @Test
  void aFullDiskLeavesTheConsoleWorking() {
    assertThat(Path.of("/dev/full")).isWritable();
    try (var logging = start(json(Path.of("/dev/full")), List.of())) {
      assertThat(logging).isNotNull();
      for (int i = 0; i < 500; i++) {
        LOG.info("line {}", i);
      }
    }
    assertThat(console.toString(StandardCharsets.UTF_8)).contains("\"line 499\"");
  }

  @Test
  void aFileThatCannotBeWrittenIsSaidOnceInASentence() throws Exception {
    Path notAFolder = Files.createFile(folder.resolve("file"));
    try (var logging = start(json(notAFolder.resolve("magnetiq.log")), List.of())) {
      assertThat(logging).isNotNull();
      LOG.info("still here");
    }
    assertThat(console.toString(StandardCharsets.UTF_8))
        .contains("cannot be written")
        .contains("check the folder and its owner")
        .contains("still here");
  }

  @Test
  void theFileIsRotatedAndOldOnesAreDropped() throws Exception {
    Path file = folder.resolve("magnetiq.log");
    try (var logging = Logging.start(json(file), List.of(), "20KB")) {
      logging.count(registry);
      for (int i = 0; i < 1_000; i++) {
        LOG.info("line {} {}", i, "x".repeat(200));
      }
    }
    try (var files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .contains("magnetiq.log", "magnetiq.log.1", "magnetiq.log.5")
          .hasSize(6);
    }
    assertThat(Files.size(folder.resolve("magnetiq.log.1"))).isBetween(20_000L, 25_000L);
    assertThat(registry.get("log.events.dropped").functionCounter().count()).isZero();
  }

  private Logging start(LogConfig config, List<String> secrets) {
    Logging logging = Logging.start(config, secrets);
    logging.count(registry);
    return logging;
  }

  private static LogConfig json(Path file) {
    return new LogConfig(Level.INFO, LogConfig.Format.JSON, Optional.of(file));
  }
}
