package systems.voltaic.magnetiq.pages;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;
import systems.voltaic.magnetiq.access.Language;

/** The newest posts of a language, for readers that come back by themselves. */
record Feed(Frame.Site site, Language language, List<Publication> posts) {

  private static final DateTimeFormatter MAIL_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  /** RSS 2.0. */
  Buffer rss(String self) {
    return Xml.document(
        xml ->
            xml.element(
                "rss",
                rss -> {
                  rss.attributes("version", "2.0", "xmlns:atom", "http://www.w3.org/2005/Atom");
                  rss.element("channel", channel -> channel(channel, self));
                }));
  }

  private void channel(Xml xml, String self) throws XMLStreamException {
    xml.text("title", site.name());
    xml.text("link", link(""));
    xml.text("description", site.tagline());
    xml.text("language", language.tag());
    xml.text("lastBuildDate", MAIL_DATE.format(updated()));
    xml.empty("atom:link", "href", base() + self, "rel", "self", "type", "application/rss+xml");
    for (Publication post : posts) {
      xml.element("item", item -> item(item, post));
    }
  }

  private void item(Xml xml, Publication post) throws XMLStreamException {
    xml.text("title", post.title());
    xml.text("link", link(post.path()));
    xml.element(
        "guid",
        guid -> {
          guid.attributes("isPermaLink", "false");
          guid.characters(name(post));
        });
    xml.text("pubDate", MAIL_DATE.format(post.publishedAt()));
    xml.text("description", post.excerpt());
    for (String tag : post.tags()) {
      xml.text("category", tag);
    }
  }

  Buffer atom(String self) {
    return Xml.document(xml -> xml.element("feed", feed -> feed(feed, self)));
  }

  private void feed(Xml xml, String self) throws XMLStreamException {
    xml.attributes("xmlns", "http://www.w3.org/2005/Atom", "xml:lang", language.tag());
    xml.text("id", link(""));
    xml.text("title", site.name());
    xml.text("subtitle", site.tagline());
    xml.text("updated", updated().toString());
    xml.empty("link", "rel", "self", "type", "application/atom+xml", "href", base() + self);
    xml.empty("link", "rel", "alternate", "type", "text/html", "href", link(""));
    xml.element("author", author -> author.text("name", site.name()));
    for (Publication post : posts) {
      xml.element("entry", entry -> entry(entry, post));
    }
  }

  private void entry(Xml xml, Publication post) throws XMLStreamException {
    xml.text("id", name(post));
    xml.text("title", post.title());
    xml.empty("link", "rel", "alternate", "type", "text/html", "href", link(post.path()));
    xml.text("published", post.publishedAt().toString());
    xml.text("updated", post.updatedAt().toString());
    if (post.author() != null) {
      xml.element("author", author -> author.text("name", post.author()));
    }
    xml.text("summary", post.excerpt());
    for (String tag : post.tags()) {
      xml.empty("category", "term", tag);
    }
  }

  /** The newest change; a feed that says another moment each time is fetched each time. */
  Instant updated() {
    return posts.stream().map(Publication::updatedAt).max(Instant::compareTo).orElse(Instant.EPOCH);
  }

  /** The same wherever the post moves; each language has its own. */
  private static String name(Publication post) {
    String of = post.id() + "/" + post.locale().tag();
    return "urn:uuid:" + UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
  }

  private String link(String path) {
    return base() + PagePath.href(language, path);
  }

  private String base() {
    return SiteFiles.withoutSlash(site.baseUrl());
  }
}
