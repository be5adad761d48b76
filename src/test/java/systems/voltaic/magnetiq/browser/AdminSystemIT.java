package systems.voltaic.magnetiq.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systems.voltaic.magnetiq.testkit.Browser;
import systems.voltaic.magnetiq.testkit.Needs;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.Program;

/** What operators do in the admin: settings, system, jobs, mails, webhooks and the audit. */
@Needs({Program.CHROMIUM, Program.NODE})
class AdminSystemIT {

  @TempDir private static Path folder;
  private static Platform platform;
  private static Browser browser;
  private static Page page;
  private static String site;
  private static String recoveryCode;

  @BeforeAll
  static void setUp() throws GeneralSecurityException {
    browser = Browser.launch();
    int port = Platform.freePort();
    site = "http://localhost:" + port;
    platform = Platform.launch(folder, environment(port)).readyAlone();
    page = browser.page(new NewContextOptions().setLocale("en-GB").setViewportSize(1440, 900));
    recoveryCode = FirstOwner.arrive(page, platform, site).get(0);
  }

  @BeforeEach
  void speaksEnglishInTheLight() {
    page.setViewportSize(1440, 900);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    speak("en");
  }

  @AfterAll
  static void stop() {
    browser.close();
    platform.close();
  }

  @Test
  void aSettingIsSavedAndGoesBackToItsDefault() {
    open("/settings");
    Locator row = page.getByRole(AriaRole.FORM, named("Telephone"));
    row.getByRole(AriaRole.TEXTBOX).fill("+49 30 5550 0199");
    row.getByText("Save changes").click();
    assertThat(row.getByText(Pattern.compile("^Saved "))).isVisible();

    row.getByText("Back to the default").click();
    assertThat(row.getByRole(AriaRole.TEXTBOX)).hasValue("+49 30 5550 0142");
    press("Undo");
    assertThat(row.getByRole(AriaRole.TEXTBOX)).hasValue("+49 30 5550 0199");
    assertQuiet();
  }

  @Test
  void worksInGermanByKeyboardAlone() {
    Page german =
        browser.page(new NewContextOptions().setLocale("de-DE").setViewportSize(1440, 900));
    FirstOwner.comeBackInGerman(german, site, recoveryCode);
    german.navigate(site + "/admin");
    assertThat(heading(german, "Übersicht")).isVisible();
    var keys = german.keyboard();
    keys.press("Control+k");
    keys.type("einstell");
    keys.press("Enter");
    assertThat(heading(german, "Einstellungen")).isFocused();

    Locator first = german.getByRole(AriaRole.TAB, named("Unternehmen"));
    assertThat(first).isVisible();
    keys.press("Tab");
    assertThat(first).isFocused();
    for (String tab : List.of("Wartung", "Grenzen", "Aufbewahrung")) {
      keys.press("ArrowRight");
      assertThat(german.getByRole(AriaRole.TAB, named(tab))).isFocused();
    }
    keys.press("Tab");
    keys.press("Control+a");
    keys.type("5000");
    keys.press("Enter");
    assertThat(german.getByText("muss eine ganze Zahl von 1 bis 3650 sein")).isVisible();
    keys.press("Control+a");
    keys.type("60");
    keys.press("Enter");
    assertThat(german.getByText(Pattern.compile("^Gespeichert "))).isVisible();
    german.context().close();
    assertQuiet();
  }

  @Test
  void twoAtTheSameSettingSeeEachOther() {
    open("/settings");
    Locator mine = page.getByRole(AriaRole.FORM, named("Contact e-mail"));
    mine.getByRole(AriaRole.TEXTBOX).fill("mine@example.test");
    Page other = page.context().newPage();
    other.navigate(site + "/admin/settings");
    Locator theirs = other.getByRole(AriaRole.FORM, named("Contact e-mail"));
    theirs.getByRole(AriaRole.TEXTBOX).fill("theirs@example.test");
    theirs.getByText("Save changes").click();
    assertThat(theirs.getByText(Pattern.compile("^Saved "))).isVisible();
    other.close();

    mine.getByText("Save changes").click();
    assertThat(mine.getByText("Somebody else changed this meanwhile")).isVisible();
    assertThat(mine.getByText("theirs@example.test")).isVisible();
    mine.getByText("Keep my changes").click();
    mine.getByText("Save changes").click();
    assertThat(mine.getByText(Pattern.compile("^Saved "))).isVisible();
    assertQuiet();
  }

  @Test
  void aSettingOfTheConfigurationSaysWhatDecides() {
    open("/settings?group=limits");
    Locator row = page.getByRole(AriaRole.FORM, named("Staff requests a minute"));
    assertThat(row.getByText("The configuration decides this: RATE_LIMIT_STAFF_MINUTE."))
        .isVisible();
    assertThat(row.getByRole(AriaRole.TEXTBOX)).not().isEditable();
  }

  @Test
  void aSentMailIsReadBehindGlass() {
    open("/mails");
    page.getByText("Send a test mail").first().click();
    press("Send");
    page.getByRole(AriaRole.BUTTON, starting("Read ")).first().click();
    Locator frame = page.locator("iframe");
    assertThat(frame).hasAttribute("sandbox", "");
    assertThat(page.frameLocator("iframe").getByText("Mail works")).isVisible();
    page.getByRole(AriaRole.TAB, named("Plain text")).click();
    assertThat(page.getByRole(AriaRole.REGION, named("Plain text"))).containsText("MAIL WORKS");
    assertQuiet();
  }

  @Test
  void aWebhookShowsItsSecretOnceAndGoesByItsName() {
    open("/webhooks");
    page.getByText("Add a webhook").first().click();
    page.getByLabel("Address").fill("http://127.0.0.1:9/hook");
    page.getByLabel("Somebody tests").check();
    press("Add and show the secret");
    assertThat(page.getByRole(AriaRole.REGION, named("The signing secret"))).isVisible();
    press("I have kept it");
    page.getByRole(AriaRole.LINK, named("http://127.0.0.1:9/hook")).click();
    press("Send a test");
    assertThat(delivery()).isVisible();

    press("Delete the webhook");
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog.getByText("Delete the webhook").last()).isDisabled();
    dialog.getByRole(AriaRole.TEXTBOX).fill("127.0.0.1:9");
    dialog.getByRole(AriaRole.TEXTBOX).press("Enter");
    assertThat(page.getByText("No partner is told anything yet")).isVisible();
    assertQuiet();
  }

  @Test
  void aPauseIsTakenBackAndMaintenanceSaysItsConsequence() {
    open("/system?show=ticks");
    page.getByRole(AriaRole.BUTTON, named("Pause: Delete files of former builds")).click();
    press("Undo");
    assertThat(page.getByRole(AriaRole.BUTTON, named("Pause: Delete files of former builds")))
        .isVisible();
    page.getByRole(AriaRole.TAB, named("Maintenance")).click();
    press("Clear the cache");
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText("Nothing is lost.");
    dialog.getByRole(AriaRole.BUTTON).last().click();
    assertThat(page.getByText(Pattern.compile("^Done in "))).isVisible();
    assertQuiet();
  }

  @Test
  void theAuditShowsWhatChangedAndHolds() {
    open("/audit?action=invite");
    page.getByRole(AriaRole.BUTTON, starting("Open invite.accepted")).first().click();
    assertThat(page.getByRole(AriaRole.DIALOG).getByText("Olivia Owner")).isVisible();
    page.keyboard().press("Escape");
    press("Verify the chain");
    assertThat(page.getByText("The chain is intact")).isVisible();
    assertQuiet();
  }

  private static Map<String, String> environment(int port) {
    return Map.of(
        "SITE_PORT",
        Integer.toString(port),
        "BASE_URL",
        site,
        "WEBHOOK_ALLOW_PRIVATE",
        "true",
        "RATE_LIMIT_LOGIN_MINUTE",
        "10000");
  }

  private static void open(String screen) {
    page.navigate(site + "/admin" + screen);
    assertThat(page.locator("h1")).isVisible();
    assertThat(page.locator("[aria-busy=true]")).hasCount(0);
  }

  private static void speak(String language) {
    page.evaluate("language => localStorage.setItem('admin.language', language)", language);
  }

  private static Locator delivery() {
    return page.getByRole(AriaRole.BUTTON, starting("Open the delivery")).first();
  }

  private static Locator heading(Page page, String name) {
    return page.getByRole(AriaRole.HEADING, named(name).setLevel(1));
  }

  private static void press(String button) {
    page.getByRole(AriaRole.BUTTON, named(button)).click();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByRoleOptions starting(String name) {
    return new Page.GetByRoleOptions().setName(Pattern.compile("^" + name));
  }

  /** A refusal that the screen shows is told on the console as well; everything else is a fault. */
  private static void assertQuiet() {
    assertThat(browser.complaints()).filteredOn(line -> !line.contains("status of 4")).isEmpty();
    assertThat(browser.cspViolations()).isEmpty();
  }
}
