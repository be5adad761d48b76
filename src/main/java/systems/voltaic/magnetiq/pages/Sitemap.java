package systems.voltaic.magnetiq.pages;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import systems.voltaic.magnetiq.access.Language;

/** What search engines may see: an index, and parts of as many addresses as a part may have. */
record Sitemap(String base) {

  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

  Buffer index(int parts) {
    return Xml.document(
        xml ->
            xml.element(
                "sitemapindex",
                index -> {
                  index.attributes("xmlns", NAMESPACE);
                  for (int part = 1; part <= parts; part++) {
                    String address = base + SiteFiles.part(part);
                    index.element("sitemap", one -> one.text("loc", address));
                  }
                }));
  }

  Buffer part(List<Publication> pages) {
    return Xml.document(
        xml ->
            xml.element(
                "urlset",
                set -> {
                  set.attributes("xmlns", NAMESPACE, "xmlns:xhtml", "http://www.w3.org/1999/xhtml");
                  for (Publication page : pages) {
                    set.element("url", url -> url(url, page));
                  }
                }));
  }

  private void url(Xml xml, Publication page) throws XMLStreamException {
    xml.text("loc", address(page.locale(), page.path()));
    xml.text("lastmod", page.updatedAt().toString());
    if (page.paths().size() > 1) {
      for (Map.Entry<Language, String> at : page.paths().entrySet()) {
        alternate(xml, at.getKey().tag(), address(at.getKey(), at.getValue()));
      }
      if (page.paths().containsKey(Language.EN)) {
        alternate(xml, "x-default", address(Language.EN, page.paths().get(Language.EN)));
      }
    }
  }

  private static void alternate(Xml xml, String language, String address)
      throws XMLStreamException {
    xml.empty("xhtml:link", "rel", "alternate", "hreflang", language, "href", address);
  }

  private String address(Language language, String path) {
    return base + PagePath.href(language, path);
  }
}
