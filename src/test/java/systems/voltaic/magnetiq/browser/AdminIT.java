package systems.voltaic.magnetiq.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systems.voltaic.magnetiq.testkit.Browser;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.Needs;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.Program;
import systems.voltaic.magnetiq.testkit.SmtpSink;

/** The admin as staff use it, from the first set-up link on, served by the real thing. */
@Needs({Program.CHROMIUM, Program.NODE})
class AdminIT {

  private static final String OWNER = "owner@example.com";
  private static final String PASSWORD = "violet lanterns over Elbe 7";
  private static final Pattern SETUP = Pattern.compile("(/admin/setup#token=\\S+)");
  private static final Pattern INVITE = Pattern.compile("(/admin/invite#token=[\\w-]+)");
  private static final Pattern PLAIN =
      Pattern.compile("(?s)text/plain.*?base64\\s+([A-Za-z0-9+/=\\s]+)--");
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int[] WIDTHS = {320, 768, 1440};
  private static final List<String> SCREENS =
      List.of("", "/people", "/roles", "/roles/new", "/sessions", "/keys", "/profile");
  private static final List<String> GATES =
      List.of("/login", "/forgot", "/reset#token=none", "/email#token=none");

  @TempDir private static Path folder;
  private static SmtpSink sink;
  private static Platform platform;
  private static Browser browser;
  private static Page owner;
  private static final Deque<String> RECOVERY = new ArrayDeque<>();
  private static int port;

  @BeforeAll
  static void setUp() throws GeneralSecurityException {
    setDefaultAssertionTimeout((double) PATIENCE.toMillis());
    sink = SmtpSink.start();
    browser = Browser.launch();
    port = Platform.freePort();
    platform = Platform.launch(folder, environment());
    platform.process().awaitLine("Stop  ", START);
    owner = page("en-GB", 1440, ColorScheme.LIGHT);
    createOwner(owner);
  }

  @AfterAll
  static void stop() {
    browser.close();
    platform.close();
    sink.close();
  }

  @Test
  void theFirstPersonArrivesProtectedAndAtWork() {
    owner.navigate(site("/admin"));
    assertThat(heading(owner, "Dashboard")).isVisible();
    assertThat(RECOVERY).hasSizeGreaterThan(5);
    assertQuiet();
  }

  @Test
  void somebodyInvitedComesInByTheirMail() {
    owner.navigate(site("/admin/people"));
    button(owner, "Invite somebody").first().click();
    Locator drawer = owner.getByRole(AriaRole.DIALOG);
    drawer.getByLabel("E-mail").fill("erika@example.com");
    drawer.getByLabel("Name").fill("Erika Entwurf");
    choose(drawer, "Roles", "Viewer");
    choose(drawer, "Language", "Deutsch");
    drawer.getByText("Send the invitation").click();
    assertThat(owner.getByText("The invitation to erika@example.com is on its way.")).isVisible();

    Page erika = page("de-DE", 320, ColorScheme.DARK);
    erika.navigate(site(invitation("erika@example.com")));
    assertThat(heading(erika, "Willkommen bei Magnetiq")).isVisible();
    erika.getByLabel("Passwort", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD + "8");
    button(erika, "Mein Konto anlegen").click();

    assertThat(heading(erika, "Übersicht")).isVisible();
    assertThat(erika.locator("html")).hasAttribute("lang", "de");
    owner.reload();
    assertThat(owner.getByRole(AriaRole.LINK, named("Erika Entwurf"))).isVisible();
    assertQuiet();
  }

  @Test
  void everyScreenIsOpenToEverybody() {
    var faults = new ArrayList<String>();
    Page visitor = page("de-DE", 1440, ColorScheme.LIGHT);
    GATES.forEach(gate -> inspect(visitor, gate, faults));
    SCREENS.forEach(screen -> inspect(owner, screen, faults));
    assertThat(faults).isEmpty();
    assertQuiet();
  }

  @Test
  void signsInAndWorksByKeyboardAlone() {
    Page page = page("en-GB", 1440, ColorScheme.LIGHT);
    page.navigate(site("/admin/roles"));
    page.getByLabel("E-mail").focus();
    page.keyboard().type(OWNER);
    page.keyboard().press("Tab");
    page.keyboard().type(PASSWORD);
    page.keyboard().press("Enter");
    assertThat(heading(page, "One more step")).isVisible();
    button(page, "Use a recovery code").press("Enter");
    page.getByLabel("Recovery code").focus();
    page.keyboard().type(RECOVERY.pop());
    page.keyboard().press("Enter");

    assertThat(heading(page, "Roles")).isVisible();
    page.keyboard().press("Control+k");
    page.keyboard().type("profile");
    page.keyboard().press("Enter");
    assertThat(heading(page, "Profile")).isFocused();
    assertThat(page).hasTitle("Profile – Magnetiq");
    assertQuiet();
  }

  @Test
  void aPasskeyAloneSignsIn() {
    Page page = page("en-GB", 1440, ColorScheme.LIGHT);
    carriesPasskeys(page);
    signIn(page);
    page.navigate(site("/admin/profile"));
    button(page, "Add a passkey").click();
    page.getByLabel("Name of the passkey").fill("Laptop");
    button(page, "Create the passkey").click();
    assertThat(page.getByText("Laptop")).isVisible();

    button(page, "Account of Olivia Owner").click();
    page.getByText("Sign out", new Page.GetByTextOptions().setExact(true)).click();
    button(page, "Sign in with a passkey").click();
    assertThat(heading(page, "Dashboard")).isVisible();
    assertQuiet();
  }

  /** With servers of its own: only then the console shows the first link. */
  private static Map<String, String> environment() {
    var all = new HashMap<>(Platform.mailTo(sink));
    all.put("SITE_PORT", Integer.toString(port));
    all.put("BASE_URL", "http://localhost:" + port);
    all.put("RATE_LIMIT_LOGIN_MINUTE", "10000");
    return all;
  }

  private static void createOwner(Page page) throws GeneralSecurityException {
    page.navigate(site(link(SETUP, String.join("\n", platform.process().output()))));
    page.getByLabel("E-mail").fill(OWNER);
    page.getByLabel("Your name").fill("Olivia Owner");
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
    button(page, "Create my account").click();

    page.getByText("Authenticator app").click();
    var phone = new Phone(page.locator(".totp-key").innerText(), Clock.systemUTC());
    page.getByLabel("Code from your app").fill(phone.code());
    button(page, "Confirm").click();
    page.locator(".shown-once").innerText().lines().forEach(RECOVERY::add);
    button(page, "I have kept them").click();
    assertThat(heading(page, "Dashboard")).isVisible();
  }

  private static void signIn(Page page) {
    page.navigate(site("/admin/login"));
    page.getByLabel("E-mail").fill(OWNER);
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
    button(page, "Sign in").first().click();
    button(page, "Use a recovery code").click();
    page.getByLabel("Recovery code").fill(RECOVERY.pop());
    button(page, "Confirm").click();
    assertThat(heading(page, "Dashboard")).isVisible();
  }

  private static void carriesPasskeys(Page page) {
    var devtools = page.context().newCDPSession(page);
    devtools.send("WebAuthn.enable");
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    var arguments = new JsonObject();
    arguments.add("options", options);
    devtools.send("WebAuthn.addVirtualAuthenticator", arguments);
  }

  /** In the light and in the dark, on a phone, a tablet and a desk; and nothing sticks out. */
  private static void inspect(Page page, String screen, List<String> faults) {
    page.navigate(site("/admin" + screen));
    assertThat(page.locator("h1")).isVisible();
    assertThat(page.locator("[aria-busy=true]")).hasCount(0);
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      for (int width : WIDTHS) {
        page.setViewportSize(width, 900);
        String where = screen + " at " + width + " " + scheme + ": ";
        browser.axe(page).forEach(fault -> faults.add(where + fault));
        if (!page.evaluate("document.documentElement.scrollWidth").equals(width)) {
          faults.add(where + "sticks out to the side");
        }
      }
    }
    page.setViewportSize(1440, 900);
  }

  private static String invitation(String to) {
    return Eventually.get(
        "an invitation to " + to,
        Duration.ofSeconds(20),
        () ->
            sink.mails().stream()
                .filter(mail -> mail.recipients().toString().contains(to))
                .map(mail -> link(INVITE, readable(mail.raw())))
                .findFirst());
  }

  /** The plain words of a mail, which come first. */
  private static String readable(String raw) {
    var part = PLAIN.matcher(raw);
    assertThat(part.find()).as("plain words in %s", raw).isTrue();
    return new String(Base64.getMimeDecoder().decode(part.group(1)), StandardCharsets.UTF_8);
  }

  private static String link(Pattern form, String text) {
    var found = form.matcher(text);
    assertThat(found.find()).as("a link like %s in %s", form, text).isTrue();
    return found.group(1);
  }

  private static void choose(Locator within, String label, String option) {
    Locator field =
        within.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(label));
    field.focus();
    field.press("ArrowDown");
    within.page().getByRole(AriaRole.OPTION, named(option)).click();
    field.press("Tab");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  private static Locator heading(Page page, String name) {
    return page.getByRole(AriaRole.HEADING, named(name).setLevel(1));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static void assertQuiet() {
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.cspViolations()).isEmpty();
  }

  private static Page page(String locale, int width, ColorScheme scheme) {
    return browser.page(
        new NewContextOptions()
            .setLocale(locale)
            .setViewportSize(width, 900)
            .setColorScheme(scheme));
  }

  private static String site(String path) {
    return "http://localhost:" + port + path;
  }
}
