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
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import systems.voltaic.magnetiq.browser.AccessRoom.Person;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.Sql;

/** How those who look after people do it, and what the owner lets people and programs do. */
@Order(2)
final class PeopleFlowsIT extends Flows {

  private static final String PEOPLE = "/api/v1/people";

  @ParameterizedTest
  @EnumSource
  void somebodyIsRenamedAndSeesItAtTheNextPage(Tongue tongue) throws GeneralSecurityException {
    Person rike = room.person(tongue, "Rike", "viewer");
    Page hers = room.at("/profile", rike);
    assertThat(OnScreen.account(hers, tongue, "Rike")).isVisible();
    Page page = room.desk(tongue, "/people?q=Rike");
    link(page, rike.name()).click();
    Locator name = field(page, "Name");
    assertThat(name).hasValue(rike.name());
    name.fill("");
    name.press("Enter");
    assertThat(page.getByRole(AriaRole.ALERT))
        .containsText(tongue.of("This is needed.", "Diese Angabe fehlt."));
    name.fill("Rike Renamed " + tongue);
    button(page, tongue.of("Save changes", "Änderungen speichern")).click();

    assertThat(
            page.getByText(tongue.of("The changes are saved.", "Die Änderungen sind gespeichert.")))
        .isVisible();
    assertThat(heading(page, "Rike Renamed " + tongue)).isVisible();
    room.visit(page, "/people?q=Rike");
    assertThat(OnScreen.row(page, rike)).containsText("Rike Renamed " + tongue);
    hers.reload();
    assertThat(field(hers, "Name")).hasValue("Rike Renamed " + tongue);
  }

  @ParameterizedTest
  @EnumSource
  void whoseFactorIsResetIsOutAndComesInByThePassword(Tongue tongue)
      throws GeneralSecurityException {
    Person theo = room.person(tongue, "Theo", "viewer");
    Page his = room.at("/profile", theo);
    button(his, tongue.of("Set up an app", "App einrichten")).click();
    var phone = new Phone(his.locator(".totp-key").innerText(), Clock.systemUTC());
    field(his, tongue.of("Code from your app", "Code aus Ihrer App")).fill(phone.code());
    button(his, tongue.of("Confirm", "Bestätigen")).click();
    button(his, tongue.of("I have kept them", "Ich habe sie aufbewahrt")).click();
    assertThat(button(his, tongue.of("Remove the app", "App entfernen"))).isVisible();

    Page page = room.desk(tongue, "/people/" + theo.id());
    String reset = tongue.of("Reset the second factor", "Zweiten Faktor zurücksetzen");
    button(page, tongue.of("More", "Mehr")).click();
    page.getByRole(AriaRole.MENUITEM, named(reset)).click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText(tongue.of("stop working", "gelten nicht mehr"));
    dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(reset)).click();
    assertThat(
            page.getByText(
                tongue.of("The second factor is reset.", "Der zweite Faktor ist zurückgesetzt.")))
        .isVisible();
    assertThat(page.getByText(tongue.of("Not set up", "Nicht eingerichtet"))).isVisible();

    assertThat(his.getByText(tongue.of("Your session has ended.", "Ihre Sitzung ist zu Ende.")))
        .isVisible();
    room.visit(his, "/profile");
    type(his, tongue, theo.email(), PASSWORD);
    assertThat(button(his, tongue.of("Set up an app", "App einrichten"))).isVisible();
  }

  @ParameterizedTest
  @EnumSource
  void whoIsDeletedTogetherIsRestoredTogether(Tongue tongue) {
    var people =
        List.of(room.person(tongue, "Zita", "viewer"), room.person(tongue, "Zino", "viewer"));
    Page page = room.at("/people?q=Zi", room.person(tongue, "Anke", "admin"));
    check(page, people);
    button(page, tongue.of("Delete", "Löschen")).click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText(tongue.of("Delete 2 people?", "2 Personen löschen?"));
    dialog.getByText(tongue.of("Delete", "Löschen"), exactly()).click();
    assertThat(page.getByText(tongue.of("Done for 2.", "Erledigt für 2."))).isVisible();

    room.visit(page, "/people?q=Zi&state=deleted");
    check(page, people);
    button(page, tongue.of("Restore", "Wiederherstellen")).click();
    assertThat(page.getByText(tongue.of("Done for 2.", "Erledigt für 2."))).isVisible();
    assertThat(page.getByText(tongue.of("Nothing matches", "Nichts gefunden"))).isVisible();
    room.visit(page, "/people?q=Zi");
    for (Person person : people) {
      assertThat(OnScreen.row(page, person)).containsText(tongue.of("Deactivated", "Deaktiviert"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aKeyIsShownOnceAndOpensNothingOnceRevoked(Tongue tongue) throws GeneralSecurityException {
    String name = tongue.of("Importer", "Einleser");
    Page page = room.desk(tongue, "/keys");
    String secret = key(page, tongue, name);
    assertThat(room.answer(page, PEOPLE, secret)).isEqualTo(200);
    assertThat(room.answer(page, "/api/v1/jobs", secret)).isEqualTo(403);
    page.reload();
    Locator revoke = button(page, tongue.of("Revoke " + name, name + " widerrufen"));
    assertThat(revoke).isVisible();
    assertThat(page.getByText(secret)).hasCount(0);

    revoke.click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText(tongue.of("cannot be undone", "nicht rückgängig"));
    dialog.getByRole(AriaRole.TEXTBOX).fill(name);
    dialog.getByRole(AriaRole.TEXTBOX).press("Enter");
    assertThat(
            page.getByText(
                tongue.of(
                    "The key " + name + " is revoked.",
                    "Der Schlüssel " + name + " ist widerrufen.")))
        .isVisible();
    assertThat(revoke).hasCount(0);
    Eventually.that(
        "the key opens nothing", PATIENCE, () -> room.answer(page, PEOPLE, secret) == 401);
  }

  @ParameterizedTest
  @EnumSource
  void aRoleIsMadeChangedAndDeletedOnceNobodyHasIt(Tongue tongue) throws GeneralSecurityException {
    String title = tongue.of("Night watch", "Nachtwache");
    Page page = room.desk(tongue, "/roles/new");
    makeRole(page, tongue);
    assertThat(heading(page, title)).isVisible();
    text(page, tongue.of("Rank", "Rang")).fill("12");
    button(page, tongue.of("Save changes", "Änderungen speichern")).click();
    assertThat(page.getByText(Pattern.compile(tongue.of("^Saved ", "^Gespeichert ")))).isVisible();

    room.person(tongue, "Wilma", "night_" + tongue.code());
    deleteRole(page, tongue);
    assertThat(
            page.getByText(
                tongue.of(
                    "people have this role: take it from them first",
                    "Personen haben diese Rolle: Nehmen Sie sie ihnen zuerst weg.")))
        .isVisible();
    Sql.run(
        room.database,
        "DELETE FROM person_role USING role WHERE role.id = role_id AND name LIKE 'night_%'");
    deleteRole(page, tongue);
    assertThat(heading(page, tongue.of("Roles", "Rollen"))).isVisible();
    assertThat(link(page, tongue.of("Administrator", "Verwaltung"))).isVisible();
    assertThat(link(page, title)).hasCount(0);
  }

  @ParameterizedTest
  @EnumSource
  void aSessionIsEndedFromTheListOfAll(Tongue tongue) throws GeneralSecurityException {
    Person ulla = room.person(tongue, "Ulla", "viewer");
    Page hers = room.at("/profile", ulla);
    assertThat(heading(hers, tongue.of("Profile", "Profil"))).isVisible();
    Page page = room.desk(tongue, "/sessions");
    Locator row = OnScreen.row(page, ulla.name());
    row.getByText(tongue.of("End", "Beenden")).click();
    assertThat(page.getByText(tongue.of("The session has ended.", "Die Sitzung ist beendet.")))
        .isVisible();
    assertThat(row).hasCount(0);
    assertThat(hers.getByText(tongue.of("Your session has ended.", "Ihre Sitzung ist zu Ende.")))
        .isVisible();
  }

  @ParameterizedTest
  @EnumSource
  void theEndOfAnAccountIsTakenBack(Tongue tongue) throws GeneralSecurityException {
    Person fritz = room.person(tongue, "Fritz", "viewer");
    Page page = room.desk(tongue, "/people/" + fritz.id());
    button(page, tongue.of("Delete", "Löschen")).click();
    assertThat(button(page, tongue.of("Remove for good", "Endgültig entfernen"))).isVisible();
    button(page, tongue.of("Undo", "Rückgängig")).click();
    assertThat(
            page.getByText(
                tongue.of("is restored, but deactivated.", "wiederhergestellt, aber deaktiviert.")))
        .isVisible();

    button(page, tongue.of("More", "Mehr")).click();
    page.getByRole(AriaRole.MENUITEM, named(tongue.of("Activate", "Aktivieren"))).click();
    assertThat(page.getByText(tongue.of("can sign in again.", "kann sich wieder anmelden.")))
        .isVisible();
    Page his = room.at("/profile", fritz);
    assertThat(heading(his, tongue.of("Profile", "Profil"))).isVisible();
  }

  private static String key(Page page, Tongue tongue, String name) {
    button(page, tongue.of("New key", "Neuer Schlüssel")).click();
    Locator drawer = page.getByRole(AriaRole.DIALOG);
    drawer.getByLabel("Name").fill(name);
    OnScreen.choose(drawer, tongue.of("May", "Darf"), tongue.of("See people", "Personen sehen"));
    button(page, tongue.of("Create the key", "Schlüssel anlegen")).click();
    String secret = panel(page, tongue.of("The key", "Der Schlüssel")).innerText().strip();
    button(page, tongue.of("I have kept it", "Ich habe ihn aufbewahrt")).click();
    return secret;
  }

  private static void makeRole(Page page, Tongue tongue) {
    text(page, tongue.of("Name in English", "Name auf Englisch")).fill("Night watch");
    text(page, tongue.of("Name in German", "Name auf Deutsch")).fill("Nachtwache");
    page.getByLabel(tongue.of("See jobs", "Aufträge sehen")).check();
    Locator name = text(page, tongue.of("Short name", "Kurzname"));
    name.fill("Night");
    String create = tongue.of("Create the role", "Rolle anlegen");
    button(page, create).click();
    page.getByText(tongue.of("Short name: Small letters", "Kurzname: Kleinbuchstaben")).click();
    assertThat(name).isFocused();
    name.fill("night_" + tongue.code());
    button(page, create).click();
  }

  private static Locator text(Page page, String name) {
    return page.getByRole(AriaRole.TEXTBOX, named(name));
  }

  private static void deleteRole(Page page, Tongue tongue) {
    String delete = tongue.of("Delete the role", "Rolle löschen");
    button(page, delete).click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog)
        .containsText(tongue.of("only while nobody has it", "nur, solange niemand sie hat"));
    dialog.getByText(delete).last().click();
    assertThat(dialog).hasCount(0);
  }

  private static void check(Page page, List<Person> people) {
    for (Person person : people) {
      page.getByLabel(person.name()).check();
    }
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }
}
