package systems.voltaic.magnetiq.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import systems.voltaic.magnetiq.testkit.Browser;

/**
 * A look at the page that is open: on a phone, a tablet and a desk, in the light and in the dark.
 */
final class Look {

  private static final int[] WIDTHS = {320, 768, 1440};

  /** What shuts people out, and what sticks out. */
  static List<String> faults(Browser browser, Page page) {
    return faults(browser, page, ColorScheme.LIGHT, ColorScheme.DARK);
  }

  /** Of another scheme than the light only the colours are new. */
  static List<String> faults(Browser browser, Page page, ColorScheme... schemes) {
    var faults = new ArrayList<String>();
    for (ColorScheme scheme : schemes) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      for (int width : WIDTHS) {
        page.setViewportSize(width, 900);
        String where = page.url() + " at " + width + " " + scheme + ": ";
        var found = scheme == ColorScheme.LIGHT ? browser.axe(page) : browser.axeOfColour(page);
        found.forEach(fault -> faults.add(where + fault));
        if (!page.evaluate("document.documentElement.scrollWidth").equals(width)) {
          faults.add(where + "sticks out to the side");
        }
      }
    }
    return faults;
  }

  private Look() {}
}
