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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import systems.voltaic.magnetiq.testkit.Browser;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.Needs;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.Program;
import systems.voltaic.magnetiq.testkit.Punctual;

/** Every page of the demo site in a real browser: quiet, still, complete and open to everybody. */
@Needs({Program.CHROMIUM, Program.NODE})
@Punctual
@Isolated("it fills the machine by itself")
class DemoSiteIT {

  private static final int LEAST_PAGES = 50;
  private static final int LOOKERS = 2;
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

  @AfterAll
  static void stop() {
    browser.close();
    platform.close();
  }

  @Test
  void hasEnoughToLookAt() {
    assertThat(paths).hasSizeGreaterThanOrEqualTo(LEAST_PAGES).doesNotHaveDuplicates();
    assertThat(paths)
        .filteredOn(path -> path.equals("/de") || path.startsWith("/de/"))
        .isNotEmpty();
  }

  /** No word on the console (React names a mismatch there), nothing that moves by itself. */
  @Test
  void everyPageIsQuietStillAndOpenToEverybody() throws Exception {
    assertThat(faultsOfAll(DemoSiteIT::faults)).isEmpty();
  }

  private static List<String> faults(Browser looker, List<String> share) {
    var faults = new ArrayList<String>();
    Page page = looker.page(new NewContextOptions().setViewportSize(1440, 900));
    var look = new Look(looker, page);
    for (String path : share) {
      page.navigate(site(path));
      assertTakenOver(page);
      double shift = ((Number) page.evaluate(SHIFTS)).doubleValue();
      if (shift > 0) {
        faults.add(path + " moves by " + shift);
      }
      look.inTheDark();
      look.inTheLight();
    }
    faults.addAll(look.faults());
    faults.addAll(looker.console());
    return faults;
  }

  @Test
  void everyPageReadsWithoutScripts() throws Exception {
    assertThat(faultsOfAll(DemoSiteIT::faultsWithoutScripts)).isEmpty();
  }

  private static List<String> faultsWithoutScripts(Browser looker, List<String> share) {
    Page page = looker.page(new NewContextOptions().setJavaScriptEnabled(false));
    for (String path : share) {
      page.navigate(site(path));
      assertThat(page.locator("h1")).hasCount(1);
      assertThat(page.locator("h1")).isVisible();
      assertThat(page.locator("main").innerText()).as(path).hasSizeGreaterThan(150);
      assertThat(page.locator("footer a").first()).isVisible();
    }
    return looker.console();
  }

  /** Every looker has a browser of its own and looks at some of the pages. */
  private static List<String> faultsOfAll(BiFunction<Browser, List<String>, List<String>> look)
      throws Exception {
    var lookers = Executors.newFixedThreadPool(LOOKERS);
    try {
      var faults = new ArrayList<String>();
      for (var found : lookers.invokeAll(shares(look))) {
        faults.addAll(found.get());
      }
      return faults;
    } finally {
      lookers.shutdownNow();
    }
  }

  private static List<Callable<List<String>>> shares(
      BiFunction<Browser, List<String>, List<String>> look) {
    return IntStream.range(0, LOOKERS)
        .mapToObj(first -> IntStream.range(0, paths.size()).filter(i -> i % LOOKERS == first))
        .map(share -> share.mapToObj(paths::get).toList())
        .<Callable<List<String>>>map(share -> () -> alone(look, share))
        .toList();
  }

  private static List<String> alone(
      BiFunction<Browser, List<String>, List<String>> look, List<String> share) {
    try (var looker = Browser.launch()) {
      return look.apply(looker, share);
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

  @Test
  void aMissingPageSaysSoInBothLanguages() throws IOException {
    for (var missing : Map.of("/no-such-page", "en", "/de/keine-seite", "de").entrySet()) {
      assertThat(platform.site().get(missing.getKey()).status()).isEqualTo(404);
      Page page = page(320, DARK);
      page.navigate(site(missing.getKey()));
      assertThat(page.locator("html")).hasAttribute("lang", missing.getValue());
      assertThat(page.locator("main a").first()).isVisible();
      assertThat(browser.axe(page)).isEmpty();
    }
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
