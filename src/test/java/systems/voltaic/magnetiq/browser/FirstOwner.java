package systems.voltaic.magnetiq.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.regex.Pattern;
import systems.voltaic.magnetiq.testkit.Platform;

/** Who sets the installation up, by the link that its console shows once. */
final class FirstOwner {
  private static final Pattern LINK = Pattern.compile("/admin/setup#token=\\S+");

  static void arrive(Page page, Platform platform, String site) throws GeneralSecurityException {
    var link = LINK.matcher(String.join("\n", platform.process().output()));
    assertThat(link.find()).as("the console shows a set-up link").isTrue();
    page.navigate(site + link.group());
    page.getByLabel("E-mail").fill("olivia@example.test");
    page.getByLabel("Your name").fill("Olivia Owner");
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
        .fill("violet lanterns over Elbe 7");
    press(page, "Create my account");
    page.getByText("Authenticator app").click();
    var phone = new Phone(page.locator(".totp-key").innerText(), Clock.systemUTC());
    page.getByLabel("Code from your app").fill(phone.code());
    press(page, "Confirm");
    press(page, "I have kept them");
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Dashboard")))
        .isVisible();
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  private FirstOwner() {}
}
