package systems.voltaic.magnetiq.browser;

import static com.microsoft.playwright.options.ColorScheme.DARK;
import static com.microsoft.playwright.options.ColorScheme.LIGHT;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForFunctionOptions;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import systems.voltaic.magnetiq.testkit.Browser;
import systems.voltaic.magnetiq.testkit.Night;

/**
 * A look at the page that is open: on a phone, a tablet and a desk, in the light and in the dark.
 */
final class Look {

  private static final int PHONE = 320;
  private static final int TABLET = 768;
  private static final int DESK = 1440;
  private static final WaitForFunctionOptions SOON = new WaitForFunctionOptions().setTimeout(2_000);

  private final Browser browser;
  private final Page page;
  private final List<String> faults = new ArrayList<>();

  Look(Browser browser, Page page) {
    this.browser = browser;
    this.page = page;
  }

  /** What shut people out, and what stuck out. */
  List<String> faults() {
    return faults;
  }

  /**
   * A page and its twin in the other language are looked at from opposite corners: all four
   * together. At night each is looked at from everywhere.
   */
  void from(Tongue tongue) {
    look(PHONE, tongue == Tongue.EN ? DARK : LIGHT);
    fit(TABLET);
    look(DESK, tongue == Tongue.EN ? LIGHT : DARK);
    if (Night.now()) {
      look(PHONE, tongue == Tongue.EN ? LIGHT : DARK);
      look(TABLET, DARK);
      look(TABLET, LIGHT);
      look(DESK, tongue == Tongue.EN ? DARK : LIGHT);
    }
  }

  private void look(int width, ColorScheme scheme) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    fit(width);
    browser.axe(page).forEach(fault -> note(width, fault + " in the " + scheme));
  }

  private void fit(int width) {
    page.setViewportSize(width, 900);
    if (!fits(width)) {
      note(width, "something sticks out to the side");
    }
  }

  /** Charts are drawn anew a moment after the window has changed. */
  private boolean fits(int width) {
    try {
      page.waitForFunction("width => document.documentElement.scrollWidth === width", width, SOON);
      return true;
    } catch (TimeoutError late) {
      return false;
    }
  }

  private void note(int width, String fault) {
    faults.add("%s at %d: %s".formatted(page.url(), width, fault));
  }
}
