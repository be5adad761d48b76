package systems.voltaic.magnetiq.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import systems.voltaic.magnetiq.testkit.Platform;

/** Who sets the installation up, by the link that its console shows once. */
final class FirstOwner {
  private static final String EMAIL = "olivia@example.test";
  private static final String PASSWORD = "violet lanterns over Elbe 7";
  private static final Pattern LINK = Pattern.compile("/admin/setup#token=\\S+");

  /** Gives the recovery codes, of which each signs in once. */
  static List<String> arrive(Page page, Platform platform, String site)
      throws GeneralSecurityException {
    var link = LINK.matcher(String.join("\n", platform.process().output()));
    assertThat(link.find()).as("the console shows a set-up link").isTrue();
    page.navigate(site + link.group());
    page.getByLabel("E-mail").fill(EMAIL);
    page.getByLabel("Your name").fill("Olivia Owner");
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
    press(page, "Create my account");
    page.getByText("Authenticator app").click();
    var phone = new Phone(page.locator(".totp-key").innerText(), Clock.systemUTC());
    page.getByLabel("Code from your app").fill(phone.code());
    press(page, "Confirm");
    var codes = page.locator(".shown-once").innerText().lines().toList();
    press(page, "I have kept them");
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Dashboard")))
        .isVisible();
    return codes;
  }

  /** By a browser of their own, in the language they chose there. */
  static void comeBackInGerman(Page page, String site, String recoveryCode) {
    page.addInitScript("localStorage.setItem('admin.language', 'de')");
    page.navigate(site + "/admin/login");
    page.getByLabel("E-Mail").fill(EMAIL);
    page.getByLabel("Passwort", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
    page.keyboard().press("Enter");
    press(page, "Wiederherstellungscode benutzen");
    page.getByLabel("Wiederherstellungscode").fill(recoveryCode);
    page.keyboard().press("Enter");
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Übersicht")))
        .isVisible();
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  private FirstOwner() {}
}
