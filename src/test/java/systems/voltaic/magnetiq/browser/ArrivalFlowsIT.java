package systems.voltaic.magnetiq.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static systems.voltaic.magnetiq.browser.AccessRoom.PASSWORD;
import static systems.voltaic.magnetiq.browser.AccessRoom.button;
import static systems.voltaic.magnetiq.browser.AccessRoom.field;
import static systems.voltaic.magnetiq.browser.AccessRoom.heading;
import static systems.voltaic.magnetiq.browser.AccessRoom.link;
import static systems.voltaic.magnetiq.browser.AccessRoom.named;

import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import systems.voltaic.magnetiq.browser.AccessRoom.Person;
import systems.voltaic.magnetiq.testkit.EmbeddedData;
import systems.voltaic.magnetiq.testkit.Needs;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.Program;

/** How the first person and everybody after comes in, with a mouse, a keyboard or a passkey. */
@Needs({Program.CHROMIUM, Program.NODE})
@Order(2)
class ArrivalFlowsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Pattern SETUP = Pattern.compile("/admin/setup#token=\\S+");
  private static final String AUTHENTICATOR =
      """
      {"options": {"protocol": "ctap2", "transport": "internal", "hasResidentKey": true,
                   "hasUserVerification": true, "isUserVerified": true,
                   "automaticPresenceSimulation": true}}
      """;

  @TempDir private static Path folder;
  private static AccessRoom room;
  private static final Map<Tongue, Owner> OWNERS = new EnumMap<>(Tongue.class);

  /** Somebody protected, on the page where they are signed in, with codes that are not used yet. */
  private record Owner(Person person, Page page, Deque<String> codes) {}

  @BeforeAll
  static void open() throws GeneralSecurityException {
    setDefaultAssertionTimeout((double) PATIENCE.toMillis());
    room = new AccessRoom(folder);
    for (Tongue tongue : Tongue.values()) {
      Person person = room.person(tongue, "Olivia", "super_admin");
      Page page = room.stay(room.at("", person));
      var codes = new ArrayDeque<>(AccessRoom.protect(page, tongue));
      OWNERS.put(tongue, new Owner(person, page, codes));
    }
  }

  @AfterAll
  static void close() {
    room.close();
  }

  @AfterEach
  void nothingComplained() {
    assertThat(room.browser.complaints()).isEmpty();
    assertThat(room.browser.cspViolations()).isEmpty();
    room.sendCallersHome();
  }

  /** With servers of its own: only then the console shows the first link. */
  @ParameterizedTest
  @EnumSource
  void theFirstPersonArrivesProtectedAndAtWork(Tongue tongue, @TempDir Path nobodys)
      throws GeneralSecurityException, IOException {
    EmbeddedData.in(nobodys);
    int port = Platform.freePort();
    String site = "http://localhost:" + port;
    var environment = Map.of("SITE_PORT", "" + port, "BASE_URL", site);
    try (var platform = Platform.launch(nobodys, environment).readyAlone()) {
      Page page = room.page(tongue);
      page.navigate(site + setupLink(platform));
      assertThat(heading(page, tongue.of("Set up Magnetiq", "Magnetiq einrichten"))).isVisible();
      field(page, tongue.of("E-mail", "E-Mail")).fill("first@example.com");
      field(page, tongue.of("Your name", "Ihr Name")).fill("Frida First");
      field(page, tongue.of("Password", "Passwort")).fill(PASSWORD);
      assertThat(page.getByRole(AriaRole.COMBOBOX, named(tongue.of("Language", "Sprache"))))
          .hasValue(tongue.of("English", "Deutsch"));
      button(page, tongue.of("Create my account", "Mein Konto anlegen")).click();
      assertThat(AccessRoom.protect(page, tongue)).hasSizeGreaterThan(5);

      page.navigate(site + "/admin");
      assertThat(heading(page, tongue.of("Dashboard", "Übersicht"))).isVisible();
      assertThat(page.locator("html")).hasAttribute("lang", tongue.code());
      room.sendCallersHome();
    }
  }

  /** Whoever invites speaks another language. */
  @ParameterizedTest
  @EnumSource
  void somebodyInvitedComesInByTheirMail(Tongue tongue) {
    Tongue other = tongue.other();
    String email = "erika." + tongue.code() + "@example.com";
    String name = tongue.of("Erika Example", "Erika Entwurf");
    Page owner = OWNERS.get(other).page();
    room.visit(owner, "/people");
    button(owner, other.of("Invite somebody", "Jemanden einladen")).first().click();
    Locator drawer = owner.getByRole(AriaRole.DIALOG);
    drawer.getByLabel(other.of("E-mail", "E-Mail")).fill(email);
    drawer.getByLabel("Name").fill(name);
    choose(drawer, other.of("Roles", "Rollen"), other.of("Viewer", "Lesen"));
    choose(drawer, other.of("Language", "Sprache"), tongue.of("English", "Deutsch"));
    drawer.getByText(other.of("Send the invitation", "Einladung senden")).click();
    String told =
        other.of("The invitation to %s is on its way.", "Die Einladung an %s ist unterwegs.");
    assertThat(owner.getByText(told.formatted(email))).isVisible();

    Page erika = phoneAtNight(tongue);
    room.follow(erika, room.inbox.link(email, tongue.of("invites you to", "lädt Sie zu")));
    assertThat(heading(erika, tongue.of("Welcome to Magnetiq", "Willkommen bei Magnetiq")))
        .isVisible();
    field(erika, tongue.of("Password", "Passwort")).fill(PASSWORD + "8");
    button(erika, tongue.of("Create my account", "Mein Konto anlegen")).click();
    assertThat(heading(erika, tongue.of("Dashboard", "Übersicht"))).isVisible();
    assertThat(erika.locator("html")).hasAttribute("lang", tongue.code());
    owner.reload();
    assertThat(link(owner, name)).isVisible();
  }

  @ParameterizedTest
  @EnumSource
  void signsInAndWorksByKeyboardAlone(Tongue tongue) {
    Owner owner = OWNERS.get(tongue);
    Page page = room.page(tongue);
    var keys = page.keyboard();
    room.visit(page, "/roles");
    field(page, tongue.of("E-mail", "E-Mail")).focus();
    keys.type(owner.person().email());
    keys.press("Tab");
    keys.type(PASSWORD);
    keys.press("Enter");
    assertThat(heading(page, tongue.of("One more step", "Noch ein Schritt"))).isVisible();
    recover(page, tongue).press("Enter");
    recoveryCode(page, tongue).focus();
    keys.type(owner.codes().pop());
    keys.press("Enter");

    assertThat(heading(page, tongue.of("Roles", "Rollen"))).isVisible();
    keys.press("Control+k");
    keys.type(tongue.of("profile", "profil"));
    keys.press("Enter");
    assertThat(heading(page, tongue.of("Profile", "Profil"))).isFocused();
    assertThat(page).hasTitle(tongue.of("Profile – Magnetiq", "Profil – Magnetiq"));
  }

  @ParameterizedTest
  @EnumSource
  void aPasskeyAloneSignsIn(Tongue tongue) {
    Owner owner = OWNERS.get(tongue);
    Page page = room.page(tongue);
    carriesPasskeys(page);
    room.visit(page, "/login");
    AccessRoom.type(page, tongue, owner.person().email(), PASSWORD);
    recover(page, tongue).click();
    recoveryCode(page, tongue).fill(owner.codes().pop());
    button(page, tongue.of("Confirm", "Bestätigen")).click();
    assertThat(heading(page, tongue.of("Dashboard", "Übersicht"))).isVisible();
    room.visit(page, "/profile");
    button(page, tongue.of("Add a passkey", "Passkey hinzufügen")).click();
    field(page, tongue.of("Name of the passkey", "Name des Passkeys")).fill("Laptop");
    button(page, tongue.of("Create the passkey", "Passkey anlegen")).click();
    assertThat(page.getByText("Laptop", exactly())).isVisible();

    OnScreen.account(page, tongue, "Olivia").click();
    page.getByText(tongue.of("Sign out", "Abmelden"), exactly()).click();
    button(page, tongue.of("Sign in with a passkey", "Mit Passkey anmelden")).click();
    assertThat(heading(page, tongue.of("Dashboard", "Übersicht"))).isVisible();
    assertThat(OnScreen.account(page, tongue, "Olivia")).isVisible();
  }

  private static String setupLink(Platform platform) {
    var link = SETUP.matcher(String.join("\n", platform.process().output()));
    assertThat(link.find()).as("the console shows a set-up link").isTrue();
    return link.group();
  }

  private static Locator recover(Page page, Tongue tongue) {
    return button(page, tongue.of("Use a recovery code", "Wiederherstellungscode benutzen"));
  }

  private static Locator recoveryCode(Page page, Tongue tongue) {
    return field(page, tongue.of("Recovery code", "Wiederherstellungscode"));
  }

  private static void choose(Locator within, String label, String option) {
    Locator field =
        within.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(label));
    field.focus();
    field.press("ArrowDown");
    within.page().getByRole(AriaRole.OPTION, named(option)).click();
    field.press("Tab");
  }

  private static void carriesPasskeys(Page page) {
    var devtools = page.context().newCDPSession(page);
    devtools.send("WebAuthn.enable");
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        JsonParser.parseString(AUTHENTICATOR).getAsJsonObject());
  }

  private static Page phoneAtNight(Tongue tongue) {
    return room.browser.page(
        new NewContextOptions()
            .setLocale(tongue.locale)
            .setViewportSize(320, 900)
            .setColorScheme(ColorScheme.DARK));
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }
}
