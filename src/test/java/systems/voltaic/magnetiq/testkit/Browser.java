package systems.voltaic.magnetiq.testkit;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The system's Chromium, driven by Playwright with webroot's Node packages as its driver. One per
 * thread: Playwright may not be shared.
 */
public final class Browser implements AutoCloseable {
  /** No page is open long enough to be worth what the best two compilers of scripts cost. */
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--in-process-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--js-flags=--no-opt --no-maglev");

  private static final String REPORT_VIOLATIONS =
      "document.addEventListener('securitypolicyviolation', e => console.error("
          + "'CSP: ' + e.violatedDirective + ' ' + (e.blockedURI || 'inline')))";
  private static final String RUN_AXE =
      "async () => (await axe.run({resultTypes: ['violations']}))"
          + ".violations.map(v => `${v.impact} ${v.id}: ${v.help} at `"
          + " + v.nodes.map(n => n.target.join(' ')).join(', '))";
  private static final String AXE = axe();

  private final Queue<String> console = new ConcurrentLinkedQueue<>();
  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  private Browser(Playwright playwright) {
    this.playwright = playwright;
    var options =
        new BrowserType.LaunchOptions().setExecutablePath(Program.CHROMIUM.path()).setArgs(FLAGS);
    this.chromium = playwright.chromium().launch(options);
  }

  public static synchronized Browser launch() {
    System.setProperty("playwright.cli.dir", driverFolder().toString());
    var node = Map.of("PLAYWRIGHT_NODEJS_PATH", Program.NODE.path().toString());
    return new Browser(Playwright.create(new Playwright.CreateOptions().setEnv(node)));
  }

  /** A page of a visitor nobody has seen before. */
  public Page page() {
    return page(new com.microsoft.playwright.Browser.NewContextOptions());
  }

  public Page page(com.microsoft.playwright.Browser.NewContextOptions visitor) {
    return watched(chromium.newContext(visitor)).newPage();
  }

  /** Everything the pages wrote to their consoles, as {@code type: text}. */
  public List<String> console() {
    return List.copyOf(console);
  }

  /** Console errors and exceptions that nobody caught; none on a page that is well. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** What the content security policy stopped. */
  public List<String> cspViolations() {
    return console.stream().filter(line -> line.startsWith("error: CSP: ")).toList();
  }

  /** Accessibility faults as {@code impact rule: help at selectors}. */
  public List<String> axe(Page page) {
    if (!page.evaluate("'axe' in window").equals(true)) {
      page.evaluate(AXE);
    }
    return ((List<?>) page.evaluate(RUN_AXE)).stream().map(String::valueOf).toList();
  }

  private static String axe() {
    try {
      return Files.readString(module("axe-core").resolve("axe.min.js"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Those of the faults that shut people out. */
  public List<String> seriousAxe(Page page) {
    return axe(page).stream()
        .filter(fault -> fault.startsWith("serious") || fault.startsWith("critical"))
        .toList();
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }

  private BrowserContext watched(BrowserContext context) {
    context.addInitScript(REPORT_VIOLATIONS);
    context.onConsoleMessage(message -> heard(message.type(), message.text()));
    context.onWebError(error -> complaints.add("uncaught: " + error.error()));
    return context;
  }

  private void heard(String type, String text) {
    console.add(type + ": " + text);
    if (type.equals("error")) {
      complaints.add(text);
    }
  }

  /** Playwright wants a folder that holds the driver under the name {@code package}. */
  private static Path driverFolder() {
    try {
      var folder = Files.createDirectories(Path.of("target", "playwright").toAbsolutePath());
      var link = folder.resolve("package");
      var driver = module("playwright-core");
      if (!Files.isSymbolicLink(link) || !Files.readSymbolicLink(link).equals(driver)) {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, driver);
      }
      return folder;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Path module(String name) {
    var modules = Path.of(System.getProperty("magnetiq.modules", "webroot/node_modules"));
    var module = modules.resolve(name).toAbsolutePath();
    if (!Files.isDirectory(module)) {
      throw new IllegalStateException(module + " is missing: run npm ci in webroot");
    }
    return module;
  }
}
