package systems.voltaic.magnetiq.pages;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.cache.FinishedAnswers;
import systems.voltaic.magnetiq.cache.Original;
import systems.voltaic.magnetiq.cache.Policy;
import systems.voltaic.magnetiq.cache.PublicAnswer;
import systems.voltaic.magnetiq.fault.Fault;

/**
 * Files of the site that machines read: sitemap, robots.txt, feeds.
 *
 * @param open whether search engines may come at all
 * @param largestPart how many addresses a part of the sitemap has
 */
public record SiteFiles(
    Pages pages, Function<Language, Frame.Site> site, boolean open, int largestPart) {

  /** As many as the format allows. */
  public static final int LARGEST_PART = 50_000;

  private static final Caller CALLER = Caller.system("site-files");
  private static final Policy POLICY = Policy.of(Duration.ofMinutes(5));
  private static final Pattern PART = Pattern.compile("sitemap-([1-9][0-9]{0,3})\\.xml");
  private static final int NEWEST = 30;

  public void register(FinishedAnswers answers, String settingsTag) {
    List<String> tags = List.of(settingsTag, PublicPages.TAG);
    answers
        .on("/robots.txt", POLICY, tags, values -> Future.succeededFuture(robots()))
        .on("/sitemap.xml", POLICY, tags, values -> scheduled(this::index));
    for (Language language : Language.values()) {
      String prefix = language == Language.EN ? "" : "/" + language.tag();
      answers
          .on(prefix + "/feed.xml", POLICY, tags, values -> scheduled(() -> rss(language, prefix)))
          .on(
              prefix + "/atom.xml",
              POLICY,
              tags,
              values -> scheduled(() -> atom(language, prefix)));
    }
    answers.on(
        new PublicAnswer(
            "/{sitemap}",
            POLICY,
            values -> tags,
            values -> scheduled(() -> part(values.get(0))),
            values -> PART.matcher(values.get(0)).matches()));
  }

  static String part(int number) {
    return "/sitemap-" + number + ".xml";
  }

  static String withoutSlash(String base) {
    return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }

  private Original robots() {
    String text =
        open
            ? "User-agent: *\nDisallow: /admin\n\nSitemap: " + base() + "/sitemap.xml\n"
            : "User-agent: *\nDisallow: /\n";
    return Original.of("text/plain; charset=utf-8", Buffer.buffer(text));
  }

  private Future<Original> index() {
    return pages
        .indexedCount(CALLER)
        .map(count -> Math.max(1, (int) ((count + largestPart - 1) / largestPart)))
        .map(parts -> xml(new Sitemap(base()).index(parts)));
  }

  private Future<Original> part(String name) {
    var number = PART.matcher(name);
    int part = number.matches() ? Integer.parseInt(number.group(1)) : 0;
    return pages
        .indexed(CALLER, (part - 1) * largestPart, largestPart)
        .map(found -> required(found, part))
        .map(found -> xml(new Sitemap(base()).part(found)));
  }

  /** An empty site has one empty part. */
  private static List<Publication> required(List<Publication> found, int part) {
    if (found.isEmpty() && part > 1) {
      throw Fault.notFound("sitemap", part);
    }
    return found;
  }

  private Future<Original> rss(Language language, String prefix) {
    return feed(language)
        .map(
            feed ->
                Original.of("application/rss+xml; charset=utf-8", feed.rss(prefix + "/feed.xml"))
                    .modified(feed.updated()));
  }

  private Future<Original> atom(Language language, String prefix) {
    return feed(language)
        .map(
            feed ->
                Original.of("application/atom+xml; charset=utf-8", feed.atom(prefix + "/atom.xml"))
                    .modified(feed.updated()));
  }

  private Future<Feed> feed(Language language) {
    var posts =
        Selection.all(language, NEWEST).types(Optional.of(List.of("blog"))).withoutFallback();
    return pages
        .newest(CALLER, posts.withoutHidden())
        .map(found -> new Feed(site.apply(language), language, found));
  }

  /** Asked before the reading: a moment that passes meanwhile makes the answer short-lived. */
  private Future<Original> scheduled(Supplier<Future<Original>> reading) {
    return pages
        .nextChange(CALLER)
        .compose(next -> reading.get().map(read -> PublicPages.until(next, read)));
  }

  private static Original xml(Buffer body) {
    return Original.of("application/xml; charset=utf-8", body);
  }

  private String base() {
    return withoutSlash(site.apply(Language.EN).baseUrl());
  }
}
