package systems.voltaic.magnetiq.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static systems.voltaic.magnetiq.browser.AccessRoom.PASSWORD;
import static systems.voltaic.magnetiq.browser.AccessRoom.button;
import static systems.voltaic.magnetiq.browser.AccessRoom.field;
import static systems.voltaic.magnetiq.browser.AccessRoom.form;
import static systems.voltaic.magnetiq.browser.AccessRoom.heading;
import static systems.voltaic.magnetiq.browser.AccessRoom.named;
import static systems.voltaic.magnetiq.browser.AccessRoom.panel;
import static systems.voltaic.magnetiq.browser.AccessRoom.starting;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the owner finds in the audit, keeps of it and takes along. */
final class AuditFlowsIT extends Flows {

  @ParameterizedTest
  @EnumSource
  void whoCameByInvitationIsInTheChain(Tongue tongue) throws GeneralSecurityException {
    String email = "gina." + tongue.code() + "@example.test";
    Page page = room.desk(tongue, "/people");
    invite(page, tongue, "Gina Gast", email);
    Page guest = room.page(tongue);
    room.follow(guest, room.inbox.link(email, tongue.of("invites you", "lädt Sie zu")));
    field(guest, tongue.of("Password", "Passwort")).fill(PASSWORD);
    button(guest, tongue.of("Create my account", "Mein Konto anlegen")).click();
    assertThat(heading(guest, tongue.of("Dashboard", "Übersicht"))).isVisible();

    room.visit(page, "/audit?action=invite");
    entry(page, tongue, "invite.accepted").click();
    assertThat(page.getByRole(AriaRole.DIALOG).getByText("Gina Gast")).hasCount(2);
    page.keyboard().press("Escape");
    button(page, tongue.of("Verify the chain", "Kette prüfen")).click();
    assertThat(page.getByText(tongue.of("The chain is intact", "Die Kette ist unversehrt")))
        .isVisible();
  }

  @ParameterizedTest
  @EnumSource
  void anEntryShowsWhatChangedAndLeadsToMoreByThem(Tongue tongue) throws GeneralSecurityException {
    String phone = tongue.of("+49 30 5550 0111", "+49 30 5550 0112");
    Page page = room.desk(tongue, "/settings");
    Locator row = form(page, tongue.of("Telephone", "Telefon"));
    row.getByRole(AriaRole.TEXTBOX).fill(phone);
    row.getByText(tongue.of("Save changes", "Änderungen speichern")).click();
    assertThat(row.getByText(Pattern.compile(tongue.of("^Saved ", "^Gespeichert ")))).isVisible();

    room.visit(page, "/audit");
    String action = tongue.of("Action", "Aktion");
    button(page, action).click();
    page.getByRole(AriaRole.TEXTBOX, named(action)).fill("settings");
    page.getByRole(AriaRole.TEXTBOX, named(action)).press("Enter");
    assertThat(button(page, action + ": settings")).isVisible();
    entry(page, tongue, "settings.changed").click();
    assertThat(panel(page, tongue.of("What changed", "Was sich geändert hat"))).containsText(phone);

    String who = tongue.of("Who: Olivia English", "Wer: Olivia Deutsch");
    button(page, tongue.of("Everything by them", "Alles von diesem Handelnden")).click();
    assertThat(page.getByText(who)).isVisible();
    assertThat(entry(page, tongue, "login.succeeded")).isVisible();
    page.getByText(who).click();
    assertThat(page.getByText(who)).not().isVisible();
  }

  @ParameterizedTest
  @EnumSource
  void somebodysEntriesOfADayAreFound(Tongue tongue) throws GeneralSecurityException {
    Page page = room.desk(tongue, "/audit");
    String self = tongue.of("Olivia English", "Olivia Deutsch");
    String email = tongue.of("olivia.en@example.test", "olivia.de@example.test");
    button(page, tongue.of("Who", "Wer")).click();
    field(page, tongue.of("Name or e-mail", "Name oder E-Mail")).fill(self);
    button(page, self + " · " + email).click();
    Locator chip = page.getByText(tongue.of("Who: ", "Wer: ") + self);
    assertThat(chip).isVisible();
    assertThat(entry(page, tongue, "login.succeeded")).isVisible();

    var later = LocalDate.now(ZoneOffset.UTC).plusDays(2);
    String from = tongue.of("From day", "Ab Tag");
    button(page, from).click();
    Locator typed = page.getByRole(AriaRole.TEXTBOX, named(from));
    typed.fill(later.toString());
    typed.press("Enter");
    assertThat(page.getByText(tongue.of("Nothing matches", "Nichts gefunden"))).isVisible();
    Locator day = starting(page, from + ": ");
    assertThat(day).containsText("" + later.getYear());

    day.click();
    button(page, tongue.of("Clear", "Leeren")).click();
    assertThat(entry(page, tongue, "login.succeeded")).isVisible();
    chip.click();
    assertThat(chip).not().isVisible();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsFilteredIsTakenAlong(Tongue tongue) throws GeneralSecurityException, IOException {
    Page page = room.desk(tongue, "/audit?action=factors.added");
    assertThat(entry(page, tongue, "factors.added")).isVisible();
    List<String> table = export(page, tongue, tongue.of("Table (CSV)", "Tabelle (CSV)"), "csv");
    assertThat(table.get(0)).startsWith("\"id\",\"at\",\"actor\"");
    assertThat(table).hasSizeGreaterThan(1);
    assertThat(table.subList(1, table.size())).allMatch(line -> line.contains("factors.added"));

    List<String> lines =
        export(page, tongue, tongue.of("Data (JSON lines)", "Daten (JSON-Zeilen)"), "jsonl");
    assertThat(lines).hasSize(table.size() - 1).allMatch(line -> line.startsWith("{"));
  }

  @ParameterizedTest
  @EnumSource
  void aViewAndItsColumnsAreRemembered(Tongue tongue) throws GeneralSecurityException {
    Page page = room.desk(tongue, "/audit?action=login");
    views(page, tongue, tongue.of("Save this view", "Diese Ansicht speichern"));
    Locator name = page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.TEXTBOX);
    name.fill("Arrivals");
    name.press("Enter");
    Locator request = page.getByRole(AriaRole.COLUMNHEADER, named(tongue.of("Request", "Anfrage")));
    assertThat(request).not().isVisible();
    button(page, tongue.of("Columns", "Spalten")).click();
    field(page, tongue.of("Request", "Anfrage")).check();
    assertThat(request).isVisible();

    room.visit(page, "/audit");
    assertThat(request).isVisible();
    views(page, tongue, "Arrivals");
    assertThat(button(page, tongue.of("Action: login", "Aktion: login"))).isVisible();
    views(page, tongue, tongue.of("Everything", "Alles"));
    assertThat(button(page, tongue.of("Action", "Aktion"))).isVisible();
    views(page, tongue, tongue.of("Delete the view Arrivals", "Ansicht Arrivals löschen"));
    button(page, tongue.of("Views", "Ansichten")).click();
    assertThat(page.getByRole(AriaRole.MENUITEM)).hasCount(2);
  }

  private static void invite(Page page, Tongue tongue, String name, String email) {
    button(page, tongue.of("Invite somebody", "Jemanden einladen")).first().click();
    Locator drawer = page.getByRole(AriaRole.DIALOG);
    drawer.getByLabel(tongue.of("E-mail", "E-Mail")).fill(email);
    drawer.getByLabel("Name").fill(name);
    OnScreen.choose(drawer, tongue.of("Roles", "Rollen"), tongue.of("Viewer", "Lesen"));
    drawer.getByText(tongue.of("Send the invitation", "Einladung senden")).click();
    assertThat(page.getByText(tongue.of("is on its way.", "ist unterwegs."))).isVisible();
  }

  private static List<String> export(Page page, Tongue tongue, String format, String ending)
      throws IOException {
    button(page, tongue.of("Export", "Exportieren")).click();
    var file = page.waitForDownload(() -> page.getByRole(AriaRole.MENUITEM, named(format)).click());
    assertThat(file.suggestedFilename()).isEqualTo("audit." + ending);
    return Files.readAllLines(file.path());
  }

  private static void views(Page page, Tongue tongue, String choice) {
    button(page, tongue.of("Views", "Ansichten")).click();
    page.getByRole(AriaRole.MENUITEM, named(choice)).click();
  }

  private static Locator entry(Page page, Tongue tongue, String action) {
    String name = tongue.of("Open " + action, action + " öffnen");
    return starting(page, name).first();
  }
}
