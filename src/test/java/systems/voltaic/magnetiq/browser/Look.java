package systems.voltaic.magnetiq.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForFunctionOptions;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import systems.voltaic.magnetiq.testkit.Browser;

/**
 * A look at the page that is open: on a phone, a tablet and a desk, in the light and in the dark.
 */
final class Look {

  private static final List<Integer> WIDTHS = List.of(320, 768, 1440);
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

  /** All rules, and whether something sticks out at any width; it ends on the desk. */
  void inTheLight() {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    for (int width : WIDTHS) {
      page.setViewportSize(width, 900);
      if (!fits(width)) {
        note(width, "something sticks out to the side");
      }
      browser.axe(page).forEach(fault -> note(width, fault));
    }
  }

  /** Only the colours are others than in the light. */
  void inTheDark() {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    for (int width : WIDTHS) {
      page.setViewportSize(width, 900);
      browser.axeOfColour(page).forEach(fault -> note(width, fault + " in the dark"));
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
