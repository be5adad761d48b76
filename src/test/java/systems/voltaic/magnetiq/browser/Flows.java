package systems.voltaic.magnetiq.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import systems.voltaic.magnetiq.testkit.Needs;
import systems.voltaic.magnetiq.testkit.Program;

/** What people do in the admin: a room for all flows of a class, none of which may complain. */
@Needs({Program.CHROMIUM, Program.NODE})
@TestInstance(Lifecycle.PER_CLASS)
abstract class Flows {

  static final Duration PATIENCE = Duration.ofSeconds(20);

  AccessRoom room;

  @BeforeAll
  void open(@TempDir Path folder) {
    setDefaultAssertionTimeout((double) PATIENCE.toMillis());
    room = new AccessRoom(folder);
  }

  @AfterAll
  void close() {
    room.close();
  }

  @AfterEach
  void nothingComplained() {
    room.assertQuiet();
    room.sendCallersHome();
  }
}
