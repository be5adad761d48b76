package systems.voltaic.magnetiq.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static systems.voltaic.magnetiq.browser.AccessRoom.PASSWORD;
import static systems.voltaic.magnetiq.browser.AccessRoom.button;
import static systems.voltaic.magnetiq.browser.AccessRoom.field;
import static systems.voltaic.magnetiq.browser.AccessRoom.heading;
import static systems.voltaic.magnetiq.browser.AccessRoom.link;
import static systems.voltaic.magnetiq.browser.AccessRoom.named;
import static systems.voltaic.magnetiq.browser.AccessRoom.type;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import systems.voltaic.magnetiq.browser.AccessRoom.Person;

/** How those who look after people do it. */
final class PeopleFlowsIT extends Flows {

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

  private static void check(Page page, List<Person> people) {
    for (Person person : people) {
      page.getByLabel(person.name()).check();
    }
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }
}
