package systems.voltaic.magnetiq.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static systems.voltaic.magnetiq.browser.AccessRoom.button;
import static systems.voltaic.magnetiq.browser.AccessRoom.form;
import static systems.voltaic.magnetiq.browser.AccessRoom.heading;
import static systems.voltaic.magnetiq.browser.AccessRoom.tab;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import systems.voltaic.magnetiq.testkit.Browser;
import systems.voltaic.magnetiq.testkit.Eventually;

/** How the owner sets the installation and looks after it. */
@Order(2)
final class SettingsFlowsIT extends Flows {

  @ParameterizedTest
  @EnumSource
  void aSettingIsSavedAndGoesBackToItsDefault(Tongue tongue) throws GeneralSecurityException {
    String mine = "+49 30 5550 0199";
    Page page = room.desk(tongue, "/settings");
    Locator row = form(page, tongue.of("Telephone", "Telefon"));
    row.getByRole(AriaRole.TEXTBOX).fill(mine);
    save(row, tongue);

    row.getByText(tongue.of("Back to the default", "Zurück zur Vorgabe")).click();
    assertThat(row.getByRole(AriaRole.TEXTBOX)).hasValue("+49 30 5550 0142");
    button(page, tongue.of("Undo", "Rückgängig")).click();
    assertThat(row.getByRole(AriaRole.TEXTBOX)).hasValue(mine);
    assertThat(row).containsText(tongue.of("Set here", "Hier gesetzt"));
    row.getByText(tongue.of("Back to the default", "Zurück zur Vorgabe")).click();
    assertThat(row).not().containsText(tongue.of("Set here", "Hier gesetzt"));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsRefusedSaysWhyAndIsDiscarded(Tongue tongue) throws GeneralSecurityException {
    Page page = room.desk(tongue, "/settings?group=security");
    Locator row = form(page, tongue.of("Idle limit (minutes)", "Leerlaufgrenze (Minuten)"));
    Locator field = row.getByRole(AriaRole.TEXTBOX);
    field.fill("1441");
    row.getByText(tongue.of("Save changes", "Änderungen speichern")).click();
    assertThat(row)
        .containsText(
            tongue.of(
                "must be a whole number from 1 to 1440",
                "muss eine ganze Zahl von 1 bis 1440 sein"));
    field.fill("");
    row.getByText(tongue.of("Save changes", "Änderungen speichern")).click();
    assertThat(row).containsText(tongue.of("This is needed.", "Diese Angabe fehlt."));

    row.getByText(tongue.of("Discard", "Verwerfen")).click();
    assertThat(field).hasValue("30");
    assertThat(row).containsText(tongue.of("Default: 30", "Vorgabe: 30"));
    assertThat(row).not().containsText(tongue.of("This is needed.", "Diese Angabe fehlt."));
  }

  @ParameterizedTest
  @EnumSource
  void twoAtTheSameSettingSeeEachOther(Tongue tongue) throws GeneralSecurityException {
    String label = tongue.of("Contact e-mail", "Kontakt-E-Mail");
    String theirs = "theirs." + tongue.code() + "@example.test";
    Page page = room.desk(tongue, "/settings");
    Locator row = form(page, label);
    row.getByRole(AriaRole.TEXTBOX).fill("mine." + tongue.code() + "@example.test");
    Page other = page.context().newPage();
    room.visit(other, "/settings");
    form(other, label).getByRole(AriaRole.TEXTBOX).fill(theirs);
    save(form(other, label), tongue);
    other.close();

    row.getByText(tongue.of("Save changes", "Änderungen speichern")).click();
    assertThat(
            row.getByText(
                tongue.of(
                    "Somebody else changed this meanwhile", "Jemand hat das inzwischen geändert")))
        .isVisible();
    assertThat(row.getByText(theirs)).isVisible();
    row.getByText(tongue.of("Keep my changes", "Meine Änderungen behalten")).click();
    save(row, tongue);
  }

  @ParameterizedTest
  @EnumSource
  void aSettingOfTheConfigurationSaysWhatDecides(Tongue tongue) throws GeneralSecurityException {
    Page page = room.desk(tongue, "/settings?group=limits");
    Locator row =
        form(page, tongue.of("Staff requests a minute", "Mitarbeiter-Anfragen je Minute"));
    assertThat(
            row.getByText(
                tongue.of(
                    "The configuration decides this: RATE_LIMIT_STAFF_MINUTE.",
                    "Die Konfiguration entscheidet: RATE_LIMIT_STAFF_MINUTE.")))
        .isVisible();
    assertThat(row.getByRole(AriaRole.TEXTBOX)).not().isEditable();
  }

  @ParameterizedTest
  @EnumSource
  void worksByKeyboardAlone(Tongue tongue) throws GeneralSecurityException {
    Page page = room.desk(tongue, "");
    assertThat(heading(page, tongue.of("Dashboard", "Übersicht"))).isVisible();
    var keys = page.keyboard();
    keys.press("Control+k");
    keys.type(tongue.of("setti", "einstell"));
    keys.press("Enter");
    assertThat(heading(page, tongue.of("Settings", "Einstellungen"))).isFocused();

    Locator first = tab(page, tongue.of("Company", "Unternehmen"));
    assertThat(first).isVisible();
    keys.press("Tab");
    assertThat(first).isFocused();
    for (String name :
        List.of(
            tongue.of("Maintenance", "Wartung"),
            tongue.of("Limits", "Grenzen"),
            tongue.of("Retention", "Aufbewahrung"))) {
      keys.press("ArrowRight");
      assertThat(tab(page, name)).isFocused();
    }
    keys.press("Tab");
    keys.press("Control+a");
    keys.type("5000");
    keys.press("Enter");
    assertThat(
            page.getByText(
                tongue.of(
                    "must be a whole number from 1 to 3650",
                    "muss eine ganze Zahl von 1 bis 3650 sein")))
        .isVisible();
    keys.press("Control+a");
    keys.type(tongue.of("60", "61"));
    keys.press("Enter");
    assertThat(page.getByText(saved(tongue))).isVisible();
  }

  @ParameterizedTest
  @EnumSource
  void theSearchFindsSettingsAndPeople(Tongue tongue) throws GeneralSecurityException {
    String sought = room.person(tongue, "Fenja", "viewer").name();
    Page page = room.desk(tongue, "/profile");
    assertThat(heading(page, tongue.of("Profile", "Profil"))).isVisible();
    seek(page, tongue.of("idle limit", "leerlauf"));
    page.getByText(tongue.of("Idle limit (minutes)", "Leerlaufgrenze (Minuten)")).click();
    assertThat(heading(page, tongue.of("Settings", "Einstellungen"))).isVisible();
    assertThat(form(page, tongue.of("Idle limit (minutes)", "Leerlaufgrenze (Minuten)")))
        .isInViewport();

    seek(page, sought);
    page.getByText(sought).click();
    assertThat(heading(page, sought)).isVisible();
  }

  @ParameterizedTest
  @EnumSource
  void aPauseIsTakenBackAndMaintenanceSaysItsConsequence(Tongue tongue)
      throws GeneralSecurityException {
    String name = tongue.of("Delete files of former builds", "Dateien früherer Versionen löschen");
    Page page = room.desk(tongue, "/system?show=ticks");
    Locator pause = button(page, tongue.of("Pause: ", "Anhalten: ") + name);
    pause.click();
    assertThat(button(page, tongue.of("Resume: ", "Fortsetzen: ") + name)).isVisible();
    button(page, tongue.of("Undo", "Rückgängig")).click();
    assertThat(pause).isVisible();
    button(page, tongue.of("Run now: ", "Jetzt ausführen: ") + name).click();
    assertThat(page.getByText(name + tongue.of(" waits as a job.", " wartet als Auftrag.")))
        .isVisible();

    tab(page, tongue.of("Maintenance", "Wartung")).click();
    button(page, tongue.of("Clear the cache", "Cache leeren")).click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText(tongue.of("Nothing is lost.", "Verloren geht nichts."));
    dialog.getByRole(AriaRole.BUTTON).last().click();
    assertThat(page.getByText(Pattern.compile(tongue.of("^Done in ", "^Fertig nach "))))
        .isVisible();
  }

  @ParameterizedTest
  @EnumSource
  void visitorsReadTheMessageWhileWeWorkOnTheSite(Tongue tongue) throws GeneralSecurityException {
    String message = tongue.of("Back at noon, promised.", "Um zwölf wieder da, versprochen.");
    Page page = room.desk(tongue, "/settings?group=maintenance");
    Locator said = form(page, tongue.of("Message", "Nachricht"));
    said.getByRole(AriaRole.TEXTBOX).nth(tongue == Tongue.EN ? 0 : 1).fill(message);
    save(said, tongue);
    Locator row = form(page, tongue.of("Maintenance mode", "Wartungsmodus"));
    row.getByRole(AriaRole.SWITCH).press("Space");
    save(row, tongue);

    // A visitor's console complains of what is closed, so that one has a browser of its own.
    try (var browser = Browser.launch()) {
      Page visitor = browser.page();
      Locator told = visitor.locator("main").getByText(message);
      Eventually.that(
          "closed", PATIENCE, () -> room.status(visitor, tongue) == 503 && told.count() == 1);

      row.getByRole(AriaRole.SWITCH).press("Space");
      save(row, tongue);
      Eventually.that("open", PATIENCE, () -> room.status(visitor, tongue) != 503);
      assertThat(told).hasCount(0);
    }
  }

  private static void seek(Page page, String what) {
    page.keyboard().press("Control+k");
    page.keyboard().type(what);
  }

  private static void save(Locator row, Tongue tongue) {
    row.getByText(tongue.of("Save changes", "Änderungen speichern")).click();
    assertThat(row.getByText(saved(tongue))).isVisible();
  }

  private static Pattern saved(Tongue tongue) {
    return Pattern.compile(tongue.of("^Saved ", "^Gespeichert "));
  }
}
