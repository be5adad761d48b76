package systems.voltaic.magnetiq.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import systems.voltaic.magnetiq.browser.AccessRoom.Person;

/** Which screens the admin has, and where people appear on them. */
final class OnScreen {

  static final IsVisibleOptions AT_ONCE = new IsVisibleOptions().setTimeout(2_000);

  static final List<String> EVERY_SCREEN =
      List.of(
          "",
          "/people",
          "/roles",
          "/roles/new",
          "/sessions",
          "/keys",
          "/profile",
          "/audit",
          "/settings",
          "/jobs",
          "/mails",
          "/webhooks",
          "/system",
          "/system?show=load",
          "/system?show=ticks",
          "/system?show=instance",
          "/system?show=maintenance");

  static Locator account(Page page, Tongue tongue, String first) {
    String name = first + " " + tongue.of("English", "Deutsch");
    return AccessRoom.button(page, tongue.of("Account of ", "Konto von ") + name);
  }

  static Locator row(Page page, Person person) {
    return row(page, person.email());
  }

  static Locator row(Page page, String text) {
    return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(text));
  }

  /** One more of several that a field takes. */
  static void choose(Locator within, String label, String option) {
    Locator field =
        within.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(label));
    field.focus();
    field.press("ArrowDown");
    within.page().getByRole(AriaRole.OPTION, AccessRoom.named(option)).click();
    field.press("Tab");
  }

  /** Shown once both lines are open. */
  static Locator present(Page page, Person other) {
    return page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName(other.name()));
  }

  static byte[] picture(int size) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  /** The page's time of day goes as usual, and {@link #later} puts it forward. */
  static void allowLater(Page page) {
    page.addInitScript(
        "window.late = 0; const now = Date.now; Date.now = () => now() + window.late");
  }

  /** Its timers go on and see at their next beat how late it is. */
  static void later(Page page, int minutes) {
    page.evaluate("minutes => { window.late += minutes * 60_000 }", minutes);
  }

  private OnScreen() {}
}
