package systems.voltaic.magnetiq.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static systems.voltaic.magnetiq.browser.AccessRoom.button;
import static systems.voltaic.magnetiq.browser.AccessRoom.field;
import static systems.voltaic.magnetiq.browser.AccessRoom.heading;
import static systems.voltaic.magnetiq.browser.AccessRoom.named;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.security.GeneralSecurityException;
import java.time.Clock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import systems.voltaic.magnetiq.browser.AccessRoom.Person;
import systems.voltaic.magnetiq.testkit.Sql;

/** What a proof is asked for, and what one gives, on the screens of the admin. */
final class ProofFlowsIT extends Flows {

  @ParameterizedTest
  @EnumSource
  void aFirstFactorEndsOtherSessionsAndKeepsItsCodesOnTheScreen(Tongue tongue)
      throws GeneralSecurityException {
    Person fay = room.person(tongue, "Fay", "viewer");
    Page other = room.at("/profile", fay);
    assertThat(heading(other, tongue.of("Profile", "Profil"))).isVisible();
    Page page = room.at("/profile", fay);
    button(page, tongue.of("Set up an app", "App einrichten")).click();
    var phone = new Phone(page.locator(".totp-key").innerText(), Clock.systemUTC());
    field(page, tongue.of("Code from your app", "Code aus Ihrer App")).fill(phone.code());
    button(page, tongue.of("Confirm", "Bestätigen")).click();

    assertThat(page.locator(".shown-once")).isVisible();
    assertThat(other.getByText(tongue.of("Your session has ended.", "Ihre Sitzung ist zu Ende.")))
        .isVisible();
    button(page, tongue.of("I have kept them", "Ich habe sie aufbewahrt")).click();
    assertThat(button(page, tongue.of("Remove the app", "App entfernen"))).isVisible();
    page.reload();
    assertThat(heading(page, tongue.of("Profile", "Profil"))).isVisible();
  }

  @ParameterizedTest
  @EnumSource
  void anAdminIsMadeOnlyWithAFreshProof(Tongue tongue) throws GeneralSecurityException {
    Person vera = room.person(tongue, "Vera", "viewer");
    Page owner = room.owner(tongue);
    Sql.run(room.database, "UPDATE session SET authenticated_at = now() - interval '1 hour'");
    room.visit(owner, "/people?q=Vera");
    owner.getByLabel(vera.name()).check();
    button(owner, tongue.of("Sign out", "Abmelden")).click();
    assertThat(owner.getByText(tongue.of("Done for 1.", "Erledigt für 1."))).isVisible();

    owner.getByLabel(vera.name()).check();
    button(owner, tongue.of("Give a role", "Rolle geben")).click();
    owner.getByRole(AriaRole.MENUITEM, named(tongue.of("Administrator", "Verwaltung"))).click();
    Locator dialog = owner.getByRole(AriaRole.DIALOG);
    assertThat(dialog)
        .containsText(tongue.of("Show that it is you", "Zeigen Sie, dass Sie es sind"));
    dialog
        .getByLabel(
            tongue.of("Password", "Passwort"), new Locator.GetByLabelOptions().setExact(true))
        .fill(AccessRoom.PASSWORD);
    button(owner, tongue.of("Confirm", "Bestätigen")).click();
    assertThat(OnScreen.row(owner, vera)).containsText(tongue.of("Administrator", "Verwaltung"));
  }
}
