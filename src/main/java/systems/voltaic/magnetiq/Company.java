package systems.voltaic.magnetiq;

import java.util.Locale;
import java.util.Map;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.mail.Brand;
import systems.voltaic.magnetiq.ops.Build;
import systems.voltaic.magnetiq.pages.Frame;
import systems.voltaic.magnetiq.settings.LiveSettings;
import systems.voltaic.magnetiq.site.SiteRoutes.Site;

/** What the settings say of the company, in the words of each feature that shows it. */
record Company(LiveSettings live, Config config, Build build) {

  Site site() {
    return new Site(
        live.text("company.name"),
        Map.of(
            "en", live.text("company.tagline", Language.EN),
            "de", live.text("company.tagline", Language.DE)),
        live.text("company.contactEmail"),
        build.version(),
        config.app().stage().name().toLowerCase(Locale.ROOT),
        live.flag("maintenance.enabled"));
  }

  Frame.Site frame(Language language) {
    return new Frame.Site(
        live.text("company.name"),
        live.text("company.tagline", language),
        live.text("company.contactEmail"),
        live.text("company.phone"),
        live.text("company.address"),
        config.http().baseUrl().toString());
  }

  Brand brand() {
    return new Brand(live.text("company.name"), config.http().baseUrl().toString());
  }
}
