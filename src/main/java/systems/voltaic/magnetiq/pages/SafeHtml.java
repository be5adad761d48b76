package systems.voltaic.magnetiq.pages;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** HTML that somebody wrote, without what could act, load or pretend. */
final class SafeHtml {

  private static final PolicyFactory POLICY =
      new HtmlPolicyBuilder()
          .allowElements(
              "h2",
              "h3",
              "h4",
              "p",
              "br",
              "hr",
              "div",
              "span",
              "ul",
              "ol",
              "li",
              "dl",
              "dt",
              "dd",
              "blockquote",
              "pre",
              "code",
              "strong",
              "b",
              "em",
              "i",
              "u",
              "s",
              "sub",
              "sup",
              "small",
              "abbr",
              "a",
              "table",
              "caption",
              "thead",
              "tbody",
              "tfoot",
              "tr",
              "th",
              "td")
          .allowAttributes("href")
          .matching((element, attribute, value) -> Links.isOfThisKind(value) ? value : null)
          .onElements("a")
          .allowUrlProtocols("https", "mailto", "tel")
          .allowAttributes("colspan", "rowspan")
          .matching(Pattern.compile("[0-9]{1,2}"))
          .onElements("th", "td")
          .allowAttributes("title")
          .onElements("abbr")
          .toFactory();

  static String of(String html) {
    return POLICY.sanitize(html);
  }

  private SafeHtml() {}
}
