package systems.voltaic.magnetiq.mail;

import java.util.stream.Collectors;
import systems.voltaic.magnetiq.access.Language;

/** A letter as HTML that needs no style sheet, no image and no light background. */
final class HtmlMail {

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="%s"><head><meta charset="utf-8">\
      <meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">\
      <meta name="supported-color-schemes" content="light dark"><title>%s</title></head>
      <body style="margin:0;padding:0;background-color:#f5f3fa;">
      <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" border="0"\
       style="background-color:#f5f3fa;"><tr><td align="center" style="padding:24px 12px;">
      <table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"\
       style="width:100%%;max-width:600px;background-color:#ffffff;border:1px solid #ddd6ee;border-radius:10px;\
      font-family:Inter,Segoe UI,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.6;color:#231c35;">
      <tr><td style="padding:24px 32px 0;font-size:18px;font-weight:700;color:#5b34c9;">%s</td></tr>
      <tr><td style="padding:8px 32px 24px;color:#231c35;">
      %s
      </td></tr></table>
      <p style="font-family:Helvetica,Arial,sans-serif;font-size:13px;line-height:1.5;color:#6b6480;">\
      %s</p>
      </td></tr></table>
      </body></html>
      """;

  private static final String HEADING =
      "<h1 style=\"margin:16px 0 8px;font-size:24px;line-height:1.25;color:#231c35;\">%s</h1>";
  private static final String PARAGRAPH = "<p style=\"margin:12px 0;color:#231c35;\">%s</p>";
  private static final String BUTTON =
      "<p style=\"margin:20px 0;\"><a href=\"%s\" style=\"display:inline-block;padding:12px 20px;"
          + "border-radius:8px;background-color:#5b34c9;color:#ffffff;font-weight:600;"
          + "text-decoration:none;\">%s</a></p>";
  private static final String FACTS =
      "<ul style=\"margin:12px 0;padding-left:20px;color:#231c35;\">%s</ul>";
  private static final String LINK = "<a href=\"%s\" style=\"color:#6b6480;\">%s</a>";

  static String write(Letter letter, Brand brand, Language language) {
    return PAGE.formatted(
        language.locale().toLanguageTag(),
        escape(letter.subject()),
        escape(brand.name()),
        letter.blocks().stream().map(HtmlMail::block).collect(Collectors.joining("\n")),
        LINK.formatted(link(brand.url()), escape(brand.name())));
  }

  private static String block(Letter.Block block) {
    if (block instanceof Letter.Heading heading) {
      return HEADING.formatted(escape(heading.words()));
    }
    if (block instanceof Letter.Button button) {
      return BUTTON.formatted(link(button.link()), escape(button.label()));
    }
    if (block instanceof Letter.Facts facts) {
      return FACTS.formatted(rows(facts));
    }
    return PARAGRAPH.formatted(escape(((Letter.Paragraph) block).words()));
  }

  private static String rows(Letter.Facts facts) {
    return facts.rows().stream()
        .map(row -> "<li>" + escape(row) + "</li>")
        .collect(Collectors.joining());
  }

  private static String link(String url) {
    if (!url.startsWith("https://") && !url.startsWith("http://")) {
      throw new IllegalArgumentException("a mail links to web addresses only");
    }
    return escape(url);
  }

  static String escape(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private HtmlMail() {}
}
