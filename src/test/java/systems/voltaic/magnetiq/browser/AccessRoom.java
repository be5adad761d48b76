package systems.voltaic.magnetiq.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.ReducedMotion.NO_PREFERENCE;
import static com.microsoft.playwright.options.ReducedMotion.REDUCE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import systems.voltaic.magnetiq.people.login.Passwords;
import systems.voltaic.magnetiq.people.sso.OidcProvider;
import systems.voltaic.magnetiq.testkit.Browser;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.SmtpSink;
import systems.voltaic.magnetiq.testkit.Sql;
import systems.voltaic.magnetiq.testkit.Staff;

/** One installation without content, a browser before it, the mail and a provider beside it. */
final class AccessRoom implements AutoCloseable {

  static final String PASSWORD = "copper kites above the Weser 9";

  final Browser browser = Browser.launch();
  private final OidcProvider provider;
  final Inbox inbox;
  final URI database = Databases.fresh();
  private final SmtpSink sink = SmtpSink.start();
  private final Platform platform;
  private final String base;
  private final String hash = hash();
  private final List<Page> callers = new ArrayList<>();
  private final Map<Tongue, Page> desks = new EnumMap<>(Tongue.class);

  /** Somebody with an account and a password. */
  record Person(String id, String name, String email, Tongue tongue) {}

  AccessRoom(Path folder) {
    int port = Platform.freePort();
    base = "http://localhost:" + port;
    inbox = new Inbox(sink);
    provider = new OidcProvider(base + "/api/v1/auth/sso/callback");
    platform = Platform.launch(folder, environment(port)).readyAlone();
  }

  private Map<String, String> environment(int port) {
    var all = new HashMap<>(Platform.on(database, Databases.redisUrl()));
    all.putAll(Platform.mailTo(sink));
    all.put("SITE_PORT", Integer.toString(port));
    all.put("BASE_URL", base);
    all.put("SSO_ISSUER", provider.issuer());
    all.put("SSO_CLIENT_ID", "magnetiq");
    all.put("SSO_CLIENT_SECRET", OidcProvider.SECRET);
    all.put("SSO_NAME", "Example ID");
    all.put("WEBHOOK_ALLOW_PRIVATE", "true");
    return all;
  }

  /** The same first name may come once in each language. */
  Person person(Tongue tongue, String first, String role) {
    String name = first + " " + tongue.of("English", "Deutsch");
    String email = (first + "." + tongue).toLowerCase(Locale.ROOT);
    String id = Staff.person(database, email, role);
    Sql.run(
        database,
        "UPDATE person SET name = '%s', language = '%s', password = '%s' WHERE id = '%s'"
            .formatted(name, tongue.code(), hash, id));
    return new Person(id, name, email + "@example.test", tongue);
  }

  /** Whose language is German wants nothing to move. */
  Page page(Tongue tongue) {
    var visitor =
        new NewContextOptions()
            .setLocale(tongue.locale)
            .setReducedMotion(tongue == Tongue.DE ? REDUCE : NO_PREFERENCE)
            .setViewportSize(1440, 900);
    Page page = browser.page(visitor);
    callers.add(page);
    return page;
  }

  /** Stays open when callers are sent home. */
  Page stay(Page page) {
    callers.remove(page);
    return page;
  }

  /** An open page hears of every change and shows it: too dear for one that nobody looks at. */
  void sendCallersHome() {
    callers.forEach(page -> page.context().close());
    callers.clear();
  }

  /** Signed in by the password, on a page of their own. */
  Page at(String screen, Person person) {
    Page page = page(person.tongue());
    visit(page, screen);
    type(page, person.tongue(), person.email(), PASSWORD);
    return page;
  }

  /** The owner has to take a second factor before anything else. */
  Page owner(Tongue tongue) throws GeneralSecurityException {
    Page page = at("", person(tongue, "Olivia", "super_admin"));
    protect(page, tongue);
    return page;
  }

  /** With an app, as the screen asks; gives the recovery codes, of which each signs in once. */
  static List<String> protect(Page page, Tongue tongue) throws GeneralSecurityException {
    page.getByText(tongue.of("Authenticator app", "Authenticator-App")).click();
    var phone = new Phone(page.locator(".totp-key").innerText(), Clock.systemUTC());
    page.getByLabel(tongue.of("Code from your app", "Code aus Ihrer App")).fill(phone.code());
    button(page, tongue.of("Confirm", "Bestätigen")).click();
    var codes = page.locator(".shown-once").innerText().lines().toList();
    button(page, tongue.of("I have kept them", "Ich habe sie aufbewahrt")).click();
    assertThat(heading(page, tongue.of("Dashboard", "Übersicht"))).isVisible();
    return codes;
  }

  /** Where the owner works all day: signed in once for all flows. */
  Page desk(Tongue tongue, String screen) throws GeneralSecurityException {
    if (!desks.containsKey(tongue)) {
      desks.put(tongue, stay(owner(tongue)));
    }
    Page page = desks.get(tongue);
    visit(page, screen);
    return page;
  }

  /** A refusal that the screen shows is told on the console as well; everything else is a fault. */
  void assertQuiet() {
    assertThat(browser.complaints()).filteredOn(l -> !l.contains("status of 4")).isEmpty();
    assertThat(browser.cspViolations()).isEmpty();
  }

  /** The provider takes whoever comes for the one with this address. */
  void vouch(String email) throws IOException {
    provider.is(Map.of("account", email, "email", email, "verified", true));
  }

  void visit(Page page, String screen) {
    page.navigate(base + "/admin" + screen);
  }

  void follow(Page page, String link) {
    page.navigate(base + link);
  }

  /** What a visitor's look at the site is answered. */
  int status(Page page, Tongue tongue) {
    return page.navigate(base + tongue.of("/", "/de")).status();
  }

  /** The status that a program with this key is answered. */
  int answer(Page page, String path, String key) {
    var call = RequestOptions.create().setHeader("authorization", "Bearer " + key);
    return page.request().get(base + path, call).status();
  }

  static void type(Page page, Tongue tongue, String email, String password) {
    field(page, tongue.of("E-mail", "E-Mail")).fill(email);
    field(page, tongue.of("Password", "Passwort")).fill(password);
    button(page, tongue.of("Sign in", "Anmelden")).click();
  }

  static Locator field(Page page, String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  /** By how its name begins. */
  static Locator starting(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)));
  }

  static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, named(name));
  }

  static Locator heading(Page page, String name) {
    return page.getByRole(AriaRole.HEADING, named(name).setLevel(1));
  }

  static Locator panel(Page page, String title) {
    return page.getByRole(AriaRole.REGION, named(title));
  }

  static Locator form(Page page, String name) {
    return page.getByRole(AriaRole.FORM, named(name));
  }

  static Locator tab(Page page, String name) {
    return page.getByRole(AriaRole.TAB, named(name));
  }

  static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static String hash() {
    var vertx = Vertx.vertx();
    try {
      return new Passwords(vertx, new SecureRandom()).hash(PASSWORD).await();
    } finally {
      vertx.close().await();
    }
  }

  @Override
  public void close() {
    browser.close();
    platform.close();
    provider.close();
    sink.close();
  }
}
