package systems.voltaic.magnetiq.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static systems.voltaic.magnetiq.browser.AccessRoom.PASSWORD;
import static systems.voltaic.magnetiq.browser.AccessRoom.button;
import static systems.voltaic.magnetiq.browser.AccessRoom.field;
import static systems.voltaic.magnetiq.browser.AccessRoom.heading;
import static systems.voltaic.magnetiq.browser.AccessRoom.link;
import static systems.voltaic.magnetiq.browser.AccessRoom.named;
import static systems.voltaic.magnetiq.browser.AccessRoom.panel;
import static systems.voltaic.magnetiq.browser.AccessRoom.type;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import systems.voltaic.magnetiq.browser.AccessRoom.Person;

/** How people come in, stay, change how they come in, and are shut out. */
@Order(2)
final class AccessFlowsIT extends Flows {

  private static final String OTHER = "silver ferries under Altona 4";

  @ParameterizedTest
  @EnumSource
  void theProviderLetsInWhomWeKnow(Tongue tongue) throws IOException {
    room.vouch(room.person(tongue, "Sina", "editor").email());
    Page page = room.page(tongue);
    room.visit(page, "/profile");
    link(page, tongue.of("Sign in with Example ID", "Mit Example ID anmelden")).click();

    assertThat(heading(page, tongue.of("Profile", "Profil"))).isVisible();
    assertThat(OnScreen.account(page, tongue, "Sina")).isVisible();
  }

  @ParameterizedTest
  @EnumSource
  void whomTheProviderKnowsAloneIsToldWhatToDo(Tongue tongue) throws IOException {
    room.vouch("stranger@example.test");
    Page page = room.page(tongue);
    room.visit(page, "/login");
    link(page, tongue.of("Sign in with Example ID", "Mit Example ID anmelden")).click();

    assertThat(page.getByRole(AriaRole.ALERT))
        .containsText(
            tongue.of("there is no active account here", "es gibt hier kein aktives Konto"));
    link(page, tongue.of("Back to signing in", "Zurück zur Anmeldung")).click();
    assertThat(heading(page, tongue.of("Sign in", "Anmelden"))).isVisible();
  }

  @ParameterizedTest
  @EnumSource
  void aForgottenPasswordIsSetAnew(Tongue tongue) {
    String email = room.person(tongue, "Vera", "editor").email();
    Page page = room.page(tongue);
    room.visit(page, "/login");
    link(page, tongue.of("Forgotten your password?", "Passwort vergessen?")).click();
    assertThat(heading(page, tongue.of("Forgotten password", "Passwort vergessen"))).isVisible();
    field(page, tongue.of("E-mail", "E-Mail")).fill(email);
    button(page, tongue.of("Mail me a link", "Link schicken")).click();
    assertThat(page.getByRole(AriaRole.STATUS))
        .containsText(tongue.of("is on its way", "ist eine Mail mit einem Link unterwegs"));

    room.follow(page, room.inbox.link(email, tongue.of("A new password", "Ein neues Passwort")));
    field(page, tongue.of("Password", "Passwort")).fill(OTHER);
    button(page, tongue.of("Set the new password", "Neues Passwort setzen")).click();
    link(page, tongue.of("Sign in", "Anmelden")).click();
    type(page, tongue, email, PASSWORD);
    assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
    type(page, tongue, email, OTHER);
    assertThat(heading(page, tongue.of("Dashboard", "Übersicht"))).isVisible();
  }

  @ParameterizedTest
  @EnumSource
  void aLockIsToldAndTheMailedLinkLeadsPastIt(Tongue tongue) {
    String email = room.person(tongue, "Lotte", "editor").email();
    Page page = room.page(tongue);
    room.visit(page, "/login");
    for (int attempt = 0; attempt < 6; attempt++) {
      page.waitForResponse("**/auth/login", () -> type(page, tongue, email, "not it at all"));
    }
    Locator alert = page.getByRole(AriaRole.ALERT);
    assertThat(alert)
        .containsText(tongue.of("Too many wrong passwords", "Zu viele falsche Passwörter"));
    assertThat(alert).not().containsText("Retry-After");

    alert
        .getByText(
            tongue.of(
                "Mail me a link that lets me in",
                "Schicken Sie mir einen Link, der mich hineinlässt"))
        .click();
    assertThat(alert).containsText(tongue.of("is on its way", "unterwegs"));
    room.follow(page, room.inbox.link(email, tongue.of("Sign in to", "Trotz Sperre")));
    assertThat(page.getByRole(AriaRole.STATUS))
        .containsText(tongue.of("The lock is open", "Die Sperre ist für Sie offen"));
    type(page, tongue, email, PASSWORD);
    assertThat(heading(page, tongue.of("Dashboard", "Übersicht"))).isVisible();
  }

  @ParameterizedTest
  @EnumSource
  void anotherAddressIsConfirmedFromItsMailbox(Tongue tongue) {
    Person nora = room.person(tongue, "Nora", "editor");
    String moved = "moved." + nora.email();
    Page page = room.at("/profile", nora);
    Locator panel = panel(page, tongue.of("E-mail address", "E-Mail-Adresse"));
    panel.getByLabel(tongue.of("New address", "Neue Adresse")).fill(moved);
    panel.getByLabel(tongue.of("Current password", "Jetziges Passwort")).fill(PASSWORD);
    panel.getByText(tongue.of("Change the address", "Adresse ändern")).click();
    assertThat(panel.getByRole(AriaRole.STATUS)).containsText(moved);
    assertThat(panel).containsText(nora.email());

    assertThat(room.inbox.letter(nora.email(), tongue.of("about to change", "soll sich ändern")))
        .contains(tongue.of("another e-mail address", "eine andere E-Mail-Adresse"));
    room.follow(page, room.inbox.link(moved, tongue.of("Confirm your new", "Bestätigen Sie")));
    button(page, tongue.of("Confirm the address", "Adresse bestätigen")).click();
    assertThat(page.getByRole(AriaRole.STATUS))
        .containsText(tongue.of("is confirmed", "ist bestätigt"));
    Page later = room.page(tongue);
    room.visit(later, "/profile");
    type(later, tongue, moved, PASSWORD);
    assertThat(panel(later, tongue.of("E-mail address", "E-Mail-Adresse"))).containsText(moved);
    assertThat(room.inbox.letter(nora.email(), tongue.of("has changed", "hat sich geändert")))
        .contains(tongue.of("was confirmed", "wurde bestätigt"));
  }

  @ParameterizedTest
  @EnumSource
  void whoDoesNothingIsWarnedAndThenSignedOut(Tongue tongue) {
    Person ida = room.person(tongue, "Ida", "editor");
    Page page = room.page(tongue);
    OnScreen.allowLater(page);
    room.visit(page, "");
    type(page, tongue, ida.email(), PASSWORD);
    assertThat(heading(page, tongue.of("Dashboard", "Übersicht"))).isVisible();
    Locator warning =
        page.getByRole(
            AriaRole.DIALOG, named(tongue.of("Are you still there?", "Sind Sie noch da?")));

    OnScreen.later(page, 24);
    assertThat(warning).not().isVisible();
    OnScreen.later(page, 2);
    assertThat(warning).containsText(tongue.of("signed out in 3:", "in 3:"));
    button(page, tongue.of("Stay signed in", "Angemeldet bleiben")).press("Enter");
    assertThat(warning).not().isVisible();
    OnScreen.later(page, 24);
    assertThat(heading(page, tongue.of("Dashboard", "Übersicht"))).isVisible();
    assertThat(warning).not().isVisible();

    OnScreen.later(page, 2);
    assertThat(warning).isVisible();
    OnScreen.later(page, 5);
    assertThat(page.getByRole(AriaRole.STATUS))
        .containsText(tongue.of("You were signed out because", "Sie wurden abgemeldet, weil"));
    page.reload();
    assertThat(heading(page, tongue.of("Sign in", "Anmelden"))).isVisible();
  }

  @ParameterizedTest
  @EnumSource
  void aPictureIsShownAndWhatIsNoneRefused(Tongue tongue) throws IOException {
    Person pia = room.person(tongue, "Pia", "viewer");
    Page page = room.at("/profile", pia);
    Locator panel = panel(page, tongue.of("Picture", "Bild"));
    Locator file = panel.locator("input[type=file]");
    String refusal =
        tongue.of("cannot be used as a picture", "lässt sich nicht als Bild verwenden");
    byte[] words = "no picture at all".getBytes(StandardCharsets.UTF_8);

    file.setInputFiles(new FilePayload("notes.txt", "text/plain", words));
    assertThat(panel.getByRole(AriaRole.STATUS)).containsText(refusal);
    file.setInputFiles(new FilePayload("me.png", "image/png", OnScreen.picture(8)));
    Locator shown = OnScreen.account(page, tongue, "Pia").locator("img");
    assertThat(shown).isVisible();
    assertThat(panel.getByRole(AriaRole.STATUS)).not().containsText(refusal);
    file.setInputFiles(new FilePayload("notes.png", "image/png", words));
    assertThat(panel.getByRole(AriaRole.STATUS)).containsText(refusal);
    file.setInputFiles(new FilePayload("wall.png", "image/png", OnScreen.picture(1025)));
    assertThat(panel.getByRole(AriaRole.STATUS)).containsText("1024");

    page.reload();
    assertThat(shown).isVisible();
    assertThat(shown.evaluate("image => image.decode().then(() => image.naturalWidth)"))
        .isEqualTo(8);
  }

  @ParameterizedTest
  @EnumSource
  void peopleAreDeactivatedTogetherThenDeletedAndRemovedForGood(Tongue tongue) {
    Person one = room.person(tongue, "Quitta", "viewer");
    Person two = room.person(tongue, "Quirin", "viewer");
    Page page = room.at("/people?q=Qui", room.person(tongue, "Anton", "admin"));
    for (Person person : List.of(one, two)) {
      page.getByLabel(person.name()).check();
    }
    button(page, tongue.of("Deactivate", "Deaktivieren")).click();
    assertThat(page.getByText(tongue.of("Done for 2.", "Erledigt für 2."))).isVisible();
    assertThat(OnScreen.row(page, one)).containsText(tongue.of("Deactivated", "Deaktiviert"));
    assertThat(OnScreen.row(page, two)).containsText(tongue.of("Deactivated", "Deaktiviert"));

    link(page, one.name()).click();
    button(page, tongue.of("Delete", "Löschen")).click();
    button(page, tongue.of("Remove for good", "Endgültig entfernen")).click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    Locator confirm = dialog.getByRole(AriaRole.BUTTON).last();
    dialog.getByRole(AriaRole.TEXTBOX).fill(two.email());
    assertThat(confirm).isDisabled();
    dialog.getByRole(AriaRole.TEXTBOX).fill(one.email());
    confirm.click();
    assertThat(page.getByText(tongue.of("is removed for good", "ist endgültig entfernt")))
        .isVisible();
    room.visit(page, "/people?q=Qui");
    assertThat(OnScreen.row(page, two)).isVisible();
    assertThat(OnScreen.row(page, one)).not().isVisible();
  }

  @ParameterizedTest
  @EnumSource
  void whatOthersDoIsSeenAtOnceAndAnEndIsAnEnd(Tongue tongue) {
    Person edit = room.person(tongue, "Edith", "editor");
    Person watch = room.person(tongue, "Wanda", "admin");
    String renamed = edit.name() + " Renamed";
    Page watched = room.at("/people?q=Edith", watch);
    assertThat(link(watched, edit.name())).isVisible();
    Page hers = room.at("/profile", edit);
    assertThat(OnScreen.present(watched, edit)).isVisible();
    // An editor may not read about people.
    assertThat(OnScreen.present(hers, watch)).hasCount(0);
    watched.evaluate("window.neverLeft = true");

    Locator panel = panel(hers, tongue.of("About you", "Über Sie"));
    panel.getByLabel("Name").fill(renamed);
    panel.getByText(tongue.of("Save changes", "Änderungen speichern")).click();
    assertThat(link(watched, renamed)).isVisible(OnScreen.AT_ONCE);
    link(watched, renamed).click();
    button(watched, tongue.of("More", "Mehr")).click();
    watched
        .getByRole(AriaRole.MENUITEM, named(tongue.of("Sign out everywhere", "Überall abmelden")))
        .click();
    assertThat(hers.getByText(tongue.of("Your session has ended.", "Ihre Sitzung ist zu Ende.")))
        .isVisible(OnScreen.AT_ONCE);
    assertThat(watched.evaluate("window.neverLeft")).isEqualTo(true);
  }
}
