package systems.voltaic.magnetiq.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systems.voltaic.magnetiq.testkit.Browser;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.Needs;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.Program;

/** The contract as a reader sees it, served by the real thing. */
@Needs({Program.CHROMIUM, Program.NODE})
class DocsIT {

  @TempDir private static Path folder;
  private static Platform platform;
  private static Browser browser;

  @BeforeAll
  static void start() {
    browser = Browser.launch();
    platform = Platform.start(folder, Platform.on(Databases.fresh(), Databases.redisUrl()));
  }

  @AfterAll
  static void stop() {
    browser.close();
    platform.close();
  }

  @Test
  void showsTheContractOnBothPorts() {
    Page page = page(1440, ColorScheme.LIGHT);
    for (String address : new String[] {site("/docs"), api("/docs")}) {
      page.navigate(address);
      assertThat(page.getByText("/settings/{key}").first()).isVisible();
    }
    assertThat(browser.seriousAxe(page)).isEmpty();
    assertQuiet();
  }

  private static void assertQuiet() {
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.cspViolations()).isEmpty();
  }

  private static Page page(int width, ColorScheme scheme) {
    return browser.page(new NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
  }

  private static String site(String path) {
    return "http://localhost:" + platform.sitePort() + path;
  }

  private static String api(String path) {
    return "http://localhost:" + platform.apiPort() + path;
  }
}
