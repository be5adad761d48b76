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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import systems.voltaic.magnetiq.testkit.Browser;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.Needs;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.Program;

/** The pages as a visitor sees them, served by the real thing. */
@Needs({Program.CHROMIUM, Program.NODE})
class PagesIT {

  @TempDir private static Path folder;
  private static Platform platform;
  private static Browser browser;

  @BeforeAll
  static void start() {
    platform = Platform.start(folder, Platform.on(Databases.fresh(), Databases.redisUrl()));
    browser = Browser.launch();
  }

  @AfterAll
  static void stop() {
    browser.close();
    platform.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/, 320, LIGHT, Healthy",
    "/, 1440, DARK, Healthy",
    "/de, 320, DARK, In Ordnung",
    "/de, 768, LIGHT, In Ordnung",
  })
  void showsTheStateOfTheSystemToEverybody(
      String path, int width, ColorScheme scheme, String word) {
    Page page = page(width, scheme);

    page.navigate(site(path));

    assertThat(page.locator("main")).containsText(word);
    assertThat(browser.axe(page)).isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    assertQuiet();
  }

  @Test
  void readsWithoutJavaScript() {
    Page page = browser.page(new NewContextOptions().setJavaScriptEnabled(false));

    page.navigate(site("/"));

    assertThat(page.locator("h1")).isVisible();
    assertThat(page.locator("a[href='/docs'], a[href='/docs/']").first()).isVisible();
  }

  @Test
  void changesTheLanguageByKeyboardAlone() {
    Page page = page(1440, ColorScheme.LIGHT);
    page.navigate(site("/"));

    page.locator("a[hreflang='de'], a[lang='de']").first().focus();
    page.keyboard().press("Enter");

    page.waitForURL("**/de");
    assertThat(page.locator("html")).hasAttribute("lang", "de");
    assertQuiet();
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
