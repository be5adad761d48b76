package systems.voltaic.magnetiq.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static systems.voltaic.magnetiq.browser.AccessRoom.button;
import static systems.voltaic.magnetiq.browser.AccessRoom.link;
import static systems.voltaic.magnetiq.browser.AccessRoom.named;
import static systems.voltaic.magnetiq.browser.AccessRoom.panel;
import static systems.voltaic.magnetiq.browser.AccessRoom.starting;
import static systems.voltaic.magnetiq.browser.AccessRoom.tab;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.security.GeneralSecurityException;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import systems.voltaic.magnetiq.testkit.Sql;

/** Jobs, mails and webhooks, as the owner looks after them. */
final class WorkFlowsIT extends Flows {

  @ParameterizedTest
  @EnumSource
  void aParkedJobStartsOverAndIsCancelled(Tongue tongue) throws GeneralSecurityException {
    String kind = parked("flow.one", tongue, 1);
    String open = tongue.of("Open the job " + kind, "Auftrag " + kind + " öffnen");
    Page page = room.desk(tongue, "/jobs?state=parked&kind=" + kind);
    button(page, open).click();
    Locator drawer = dialog(page, tongue.of("Jobs", "Aufträge"));
    assertThat(drawer).containsText("the partner hung up");
    assertThat(drawer).containsText("\"page\": 7");
    drawer.getByText(tongue.of("Start over", "Neu beginnen")).click();
    assertThat(page.getByText(tongue.of("The job is due now.", "Der Auftrag ist jetzt fällig.")))
        .isVisible();
    assertThat(page.getByText(tongue.of("Nothing matches", "Nichts gefunden"))).isVisible();

    room.visit(page, "/jobs?kind=" + kind);
    assertThat(page.getByRole(AriaRole.ROW).last()).containsText(tongue.of("Waiting", "Wartend"));
    button(page, open).click();
    drawer.getByText(tongue.of("Cancel the job", "Auftrag zurücknehmen")).click();
    Locator sure = dialog(page, tongue.of("Cancel this job?", "Diesen Auftrag zurücknehmen?"));
    assertThat(sure).containsText(tongue.of("will not be done", "nicht erledigt"));
    sure.getByText(tongue.of("Cancel the job", "Auftrag zurücknehmen")).last().click();
    assertThat(
            page.getByText(tongue.of("The job is cancelled.", "Der Auftrag ist zurückgenommen.")))
        .isVisible();
    assertThat(button(page, open)).hasCount(0);
  }

  @ParameterizedTest
  @EnumSource
  void manyJobsStartOverAndTheRestIsDeleted(Tongue tongue) throws GeneralSecurityException {
    String kind = parked("flow.many", tongue, 3);
    Page page = room.desk(tongue, "/jobs?state=parked&kind=" + kind);
    Locator choice = page.getByLabel(tongue.of("Select " + kind, kind + " auswählen"));
    choice.nth(0).check();
    choice.nth(1).check();
    button(page, tongue.of("Start over", "Neu beginnen")).click();
    assertThat(page.getByText(tongue.of("2 are due now.", "2 sind jetzt fällig."))).isVisible();
    assertThat(choice).hasCount(1);

    button(page, tongue.of("Delete parked jobs", "Abgestellte löschen")).click();
    page.getByLabel(
            tongue.of(
                "Parked at least so many days ago", "Vor mindestens so vielen Tagen abgestellt"))
        .fill("0");
    page.getByLabel(tongue.of("Only of this kind", "Nur von dieser Art")).fill(kind);
    button(page, tongue.of("Delete", "Löschen")).click();
    assertThat(
            page.getByText(
                tongue.of(
                    "One parked job was deleted.", "Ein abgestellter Auftrag wurde gelöscht.")))
        .isVisible();
    assertThat(choice).hasCount(0);
  }

  @ParameterizedTest
  @EnumSource
  void aSentMailIsReadBehindGlass(Tongue tongue) throws GeneralSecurityException {
    Page page = room.desk(tongue, "/mails");
    page.getByText(tongue.of("Send a test mail", "Probemail senden")).first().click();
    button(page, tongue.of("Send", "Senden")).click();
    starting(page, tongue.of("Read “Test mail", "„Testmail")).first().click();
    assertThat(page.locator("iframe")).hasAttribute("sandbox", "");
    String words = tongue.of("Mail works", "Der Mailversand funktioniert");
    assertThat(page.frameLocator("iframe").getByText(words)).isVisible();
    String plain = tongue.of("Plain text", "Nur Text");
    tab(page, plain).click();
    assertThat(panel(page, plain))
        .containsText(tongue.of("MAIL WORKS", "DER MAILVERSAND FUNKTIONIERT"));
  }

  @ParameterizedTest
  @EnumSource
  void aFailedMailIsTriedAgain(Tongue tongue) throws GeneralSecurityException {
    String to = "partner." + tongue.code() + "@example.test";
    Sql.run(
        room.database,
        """
        INSERT INTO mail (id, template, recipient, subject, language, headers, html, text, state,
                          attempts, last_error)
        VALUES (gen_random_uuid(), 'test', '%s', 'Late words', 'en', '{}', '<p>Late</p>', 'Late',
                'failed', 9, 'the mailbox was full')
        """
            .formatted(to));
    Page page = room.desk(tongue, "/mails?state=failed");
    OnScreen.row(page, to)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Late words"))
        .click();
    Locator drawer = dialog(page, "Mail");
    assertThat(drawer).containsText(tongue.of("Last error", "Letzter Fehler"));
    assertThat(drawer).containsText("the mailbox was full");
    drawer.getByText(tongue.of("Try again", "Noch einmal versuchen")).click();
    assertThat(page.getByText(tongue.of("The mail is queued again", "wieder eingereiht")))
        .isVisible();
    assertThat(room.inbox.letter(to, "Late words")).contains("Late");
  }

  @ParameterizedTest
  @EnumSource
  void aWebhookShowsItsSecretOnceAndGoesByItsName(Tongue tongue) throws GeneralSecurityException {
    Page page = room.desk(tongue, "/webhooks");
    add(page, tongue, "http://127.0.0.1:9/hook");
    button(page, tongue.of("Send a test", "Probe senden")).click();
    Locator delivery = starting(page, tongue.of("Open the delivery", "Zustellung öffnen")).first();
    delivery.click();
    button(page, tongue.of("Tell once more", "Noch einmal zustellen")).click();
    assertThat(
            page.getByText(
                tongue.of(
                    "this delivery is still waiting", "Diese Zustellung wartet noch auf ihren")))
        .isVisible();
    page.keyboard().press("Escape");

    String delete = tongue.of("Delete the webhook", "Webhook löschen");
    button(page, delete).click();
    Locator dialog = dialog(page, delete);
    assertThat(dialog.getByText(delete).last()).isDisabled();
    dialog.getByRole(AriaRole.TEXTBOX).fill("127.0.0.1:9");
    dialog.getByRole(AriaRole.TEXTBOX).press("Enter");
    assertThat(
            page.getByText(
                tongue.of("No partner is told anything yet", "Noch erfährt kein Partner etwas")))
        .isVisible();
  }

  @ParameterizedTest
  @EnumSource
  void aWebhookIsSwitchedOffAndGetsANewSecret(Tongue tongue) throws GeneralSecurityException {
    String address = "http://127.0.0.1:9/" + tongue.code();
    Page page = room.desk(tongue, "/webhooks");
    String first = add(page, tongue, address);
    String rotate = tongue.of("New secret", "Neues Geheimnis");
    button(page, rotate).click();
    dialog(page, tongue.of("Make a new secret?", "Ein neues Geheimnis erzeugen?"))
        .getByText(rotate)
        .last()
        .click();
    assertThat(kept(page, tongue)).isNotEqualTo(first);

    page.getByRole(AriaRole.SWITCH).press("Space");
    button(page, tongue.of("Save changes", "Änderungen speichern")).click();
    assertThat(page.getByText(Pattern.compile(tongue.of("^Saved ", "^Gespeichert ")))).isVisible();
    room.visit(page, "/webhooks");
    assertThat(OnScreen.row(page, address)).containsText(tongue.of("Off", "Aus"));
    Sql.run(room.database, "DELETE FROM webhook");
  }

  /** Adds it, reads its secret and opens it. */
  private static String add(Page page, Tongue tongue, String address) {
    page.getByText(tongue.of("Add a webhook", "Webhook hinzufügen")).first().click();
    page.getByLabel(tongue.of("Address", "Adresse")).fill(address);
    page.getByLabel(tongue.of("Somebody tests", "Jemand probiert")).check();
    button(page, tongue.of("Add and show the secret", "Hinzufügen und Geheimnis zeigen")).click();
    String secret = kept(page, tongue);
    link(page, address).click();
    return secret;
  }

  private static String kept(Page page, Tongue tongue) {
    Locator shown = panel(page, tongue.of("The signing secret", "Das Signaturgeheimnis"));
    assertThat(shown).isVisible();
    String secret = shown.innerText();
    button(page, tongue.of("I have kept it", "Ich habe es verwahrt")).click();
    assertThat(shown).not().isVisible();
    return secret;
  }

  /** Nobody here works on jobs of this kind; answers its name. */
  private String parked(String family, Tongue tongue, int jobs) {
    String kind = family + "." + tongue.code();
    Sql.run(
        room.database,
        """
        INSERT INTO job (id, kind, state, priority, payload, due_at, attempts, max_attempts,
                         last_error, parked_at)
        SELECT gen_random_uuid(), '%s', 'parked', 1, '{"page": 7}', now(), 8, 8,
               'the partner hung up', now() - interval '1 minute'
          FROM generate_series(1, %d)
        """
            .formatted(kind, jobs));
    return kind;
  }

  private static Locator dialog(Page page, String title) {
    return page.getByRole(AriaRole.DIALOG, named(title));
  }
}
