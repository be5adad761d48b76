package systems.voltaic.magnetiq.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.ColorScheme.DARK;
import static com.microsoft.playwright.options.ColorScheme.LIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systems.voltaic.magnetiq.testkit.Browser;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.Needs;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.Program;
import systems.voltaic.magnetiq.testkit.Punctual;

/**
 * Every page of the demo site in a real browser: quiet, still, complete and open to everybody. It
 * works while the punctual ones wait.
 */
@Needs({Program.CHROMIUM, Program.NODE})
@Punctual
@Order(1)
class DemoSiteIT {

  private static final int LEAST_PAGES = 50;
  private static final String SHIFTS =
      "() => new Promise(done => new PerformanceObserver(list => done(list.getEntries()"
          + ".filter(e => !e.hadRecentInput).reduce((sum, e) => sum + e.value, 0)))"
          + ".observe({type: 'layout-shift', buffered: true})"
          + " || requestAnimationFrame(() => requestAnimationFrame(() => done(0))))";

  @TempDir private static Path folder;
  private static Platform platform;
  private static Browser browser;
  private static List<String> paths;

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.launch();
    platform = Platform.start(folder, Platform.withDemo(Databases.fresh(), Databases.redisUrl()));
    paths = SiteMap.paths(platform.site());
  }

  @AfterEach
  void nothingComplained() {
    assertThat(browser.console()).isEmpty();
  }

  @AfterAll
  static void stop() {
    browser.close();
    platform.close();
  }

  @Test
  void hasEnoughToLookAt() {
    assertThat(paths).hasSizeGreaterThanOrEqualTo(LEAST_PAGES).doesNotHaveDuplicates();
    assertThat(paths).filteredOn(DemoSiteIT::isGerman).hasSize(paths.size() / 2);
  }

  /** No word on the console (React names a mismatch there), nothing that moves by itself. */
  @Test
  void everyPageIsQuietStillAndOpenToEverybody() {
    Page page = page(1440, LIGHT);
    var look = new Look(browser, page);
    for (String path : paths) {
      page.navigate(site(path));
      assertTakenOver(page);
      assertThat(page.evaluate(SHIFTS)).as(path).isEqualTo(0);
      look.from(isGerman(path) ? Tongue.DE : Tongue.EN);
    }
    assertThat(look.faults()).isEmpty();
  }

  @Test
  void everyPageReadsWithoutScripts() {
    Page page = browser.page(new NewContextOptions().setJavaScriptEnabled(false));
    for (String path : paths) {
      page.navigate(site(path));
      assertThat(page.locator("h1")).hasCount(1);
      assertThat(page.locator("h1")).isVisible();
      assertThat(page.locator("main").innerText()).as(path).hasSizeGreaterThan(150);
      assertThat(page.locator("footer a").first()).isVisible();
    }
  }

  @Test
  void menusAndLanguagesWorkWithoutScripts() {
    Page page =
        browser.page(
            new NewContextOptions().setJavaScriptEnabled(false).setViewportSize(1440, 900));
    page.navigate(site("/services"));

    page.locator("header nav a").first().focus();
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    page.waitForURL("**/services/*");
    page.waitForLoadState();

    page.locator("header a[hreflang=de]").first().click();
    assertThat(page.locator("html")).hasAttribute("lang", "de");
    page.waitForURL("**/de/leistungen/*");

    page.setViewportSize(320, 700);
    page.locator("header details summary").first().click();
    assertThat(page.locator("header details nav a:visible").first()).isVisible();
  }

  @Test
  void aKeyboardAloneGetsEverywhere() {
    Page page = page(1440, LIGHT);
    page.navigate(site("/"));
    assertTakenOver(page);

    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.getAttribute('href')")).isEqualTo("#content");
    page.keyboard().press("Enter");
    assertThat((Boolean) page.evaluate("document.activeElement.closest('main') !== null")).isTrue();

    page.locator("header nav a").first().focus();
    page.keyboard().press("Tab");
    assertThat(page.locator(":focus")).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator("header nav ul ul").first()).isHidden();

    page.locator("header a[hreflang=de]").first().focus();
    page.keyboard().press("Enter");
    page.waitForURL("**/de");
    assertThat(page.locator("html")).hasAttribute("lang", "de");
  }

  @Test
  void goesFromPageToPageWithoutLoadingAnew() {
    Page page = page(1440, LIGHT);
    page.navigate(site("/"));
    assertTakenOver(page);
    page.evaluate("window.stayed = true");
    String home = page.title();

    page.locator("main a[href='/services/process-automation']").first().click();
    page.waitForURL("**/services/process-automation");
    assertThat(page).not().hasTitle(home);
    assertThat(page.locator("h1")).isVisible();
    assertThat(page.locator("link[rel=canonical]"))
        .hasAttribute("href", Pattern.compile(".*/services/process-automation"));
    assertThat(page.evaluate("window.stayed")).isEqualTo(true);

    page.goBack();
    page.waitForURL(site("/"));
    assertThat(page).hasTitle(home);
    assertThat(page.evaluate("window.stayed")).isEqualTo(true);
  }

  @Test
  void remembersTheThemeWithoutACookie() {
    Page page = page(1440, LIGHT);
    page.navigate(site("/"));
    assertTakenOver(page);
    Object bright = page.evaluate("getComputedStyle(document.body).backgroundColor");

    page.locator("header [popovertarget]").click();
    page.locator("header [popover] label").last().click();
    page.navigate(site("/about"));

    assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        .isNotEqualTo(bright);
    assertThat(page.context().cookies()).isEmpty();
  }

  /** In a browser of its own: the console tells of pages that are not there. */
  @Test
  void aMissingPageSaysSoInBothLanguages() throws IOException {
    try (var lost = Browser.launch()) {
      for (var missing : Map.of("/no-such-page", "en", "/de/keine-seite", "de").entrySet()) {
        assertThat(platform.site().get(missing.getKey()).status()).isEqualTo(404);
        Page page =
            lost.page(new NewContextOptions().setViewportSize(320, 900).setColorScheme(DARK));
        page.navigate(site(missing.getKey()));
        assertThat(page.locator("html")).hasAttribute("lang", missing.getValue());
        assertThat(page.locator("main a").first()).isVisible();
        assertThat(lost.axe(page)).isEmpty();
      }
      assertThat(lost.console()).allMatch(line -> line.contains("status of 404"));
    }
  }

  private static boolean isGerman(String path) {
    return path.equals("/de") || path.startsWith("/de/");
  }

  /** The components of the browser sit on the server's elements. */
  private static void assertTakenOver(Page page) {
    page.waitForFunction(
        "() => Object.keys(document.getElementById('root')).some(k => k.startsWith('__react'))");
  }

  private static Page page(int width, ColorScheme scheme) {
    return browser.page(new NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
  }

  private static String site(String path) {
    return "http://localhost:" + platform.sitePort() + path;
  }
}
