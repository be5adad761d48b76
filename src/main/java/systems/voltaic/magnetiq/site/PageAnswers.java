package systems.voltaic.magnetiq.site;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.cache.AnswerCache;
import systems.voltaic.magnetiq.cache.Original;
import systems.voltaic.magnetiq.cache.Policy;
import systems.voltaic.magnetiq.cache.Reply;
import systems.voltaic.magnetiq.cache.Served;
import systems.voltaic.magnetiq.cache.Subject;
import systems.voltaic.magnetiq.cache.Visit;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.site.render.RenderFailure;

/** Pages as finished bytes, and what stands in for one that cannot be had. */
final class PageAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(PageAnswers.class);

  private final AnswerCache cache;
  private final PageMaker maker;
  private final String prefix;
  private final List<String> tags;
  private final Busiest busiest;

  /**
   * @param build tells the pages of this build from those of another, which share a Redis
   * @param tags what every page is made from
   */
  PageAnswers(
      AnswerCache cache, PageMaker maker, String build, List<String> tags, Busiest busiest) {
    this.cache = cache;
    this.maker = maker;
    this.prefix = "page:" + build + ":";
    this.tags = List.copyOf(tags);
    this.busiest = busiest;
  }

  /** From memory this is done when it returns. */
  void answer(Address address, HttpServerRequest request, Visit visit) {
    Subject subject = subject(address.whole());
    Supplier<Future<Original>> origin = () -> maker.page(address);
    Served now = cache.now(subject, PagePolicies.PAGE, origin);
    if (now != null) {
      busiest.seen(address.whole());
      Reply.write(request, now, PagePolicies.PAGE, visit);
      return;
    }
    cache
        .get(subject, PagePolicies.PAGE, origin)
        .timeout(PagePolicies.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .onSuccess(served -> busiest.seen(address.whole()))
        .map(served -> new Given(served, PagePolicies.PAGE))
        .recover(reason -> standIn(address, reason))
        .onSuccess(given -> Reply.write(request, given.served(), given.policy(), visit))
        .onFailure(visit::fail);
  }

  void status(StatusPage page, Language language, HttpServerRequest request, Visit visit) {
    status(page, language)
        .onSuccess(given -> Reply.write(request, given.served(), given.policy(), visit))
        .onFailure(visit::fail);
  }

  /** Has a page ready, however long it takes. */
  Future<Void> prepare(Address address) {
    return cache
        .get(subject(address.whole()), PagePolicies.PAGE, () -> maker.page(address))
        .mapEmpty();
  }

  Future<Void> prepare(StatusPage page, Language language) {
    return status(page, language).mapEmpty();
  }

  private Future<Given> standIn(Address address, Throwable reason) {
    if (reason instanceof RenderFailure || reason instanceof TimeoutException || isLate(reason)) {
      return shell(address).recover(none -> status(pageOf(none), address.language()));
    }
    return status(pageOf(reason), address.language());
  }

  private Future<Given> shell(Address address) {
    return give(
        subject("shell:" + address.whole()),
        PagePolicies.STAND_IN,
        PagePolicies.LAST_PATIENCE,
        () -> maker.shell(address));
  }

  private Future<Given> status(StatusPage page, Language language) {
    Subject subject = subject(page + ":" + language);
    return give(subject, policyOf(page), PagePolicies.PATIENCE, () -> maker.status(page, language))
        .recover(none -> atOnce(subject, page, language));
  }

  private static Policy policyOf(StatusPage page) {
    return switch (page) {
      case MISSING, GONE -> PagePolicies.PAGE;
      case MAINTENANCE -> PagePolicies.MAINTENANCE;
      case AWAY, FAILED -> PagePolicies.TROUBLE;
    };
  }

  private Future<Given> atOnce(Subject subject, StatusPage page, Language language) {
    var shell = new Subject("shell:" + subject.key(), tags);
    return give(
        shell,
        PagePolicies.STAND_IN,
        PagePolicies.PATIENCE,
        () -> Future.succeededFuture(maker.statusAtOnce(page, language)));
  }

  private Future<Given> give(
      Subject subject, Policy policy, Duration patience, Supplier<Future<Original>> origin) {
    return cache
        .get(subject, policy, origin)
        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .map(served -> new Given(served, policy));
  }

  private static boolean isLate(Throwable reason) {
    return reason instanceof Fault fault && fault.code().equals("late");
  }

  private static StatusPage pageOf(Throwable reason) {
    if (reason instanceof Fault fault) {
      return switch (fault.kind()) {
        case NOT_FOUND -> StatusPage.MISSING;
        case GONE -> StatusPage.GONE;
        default -> StatusPage.AWAY;
      };
    }
    LOG.error("a page cannot be made", reason);
    return reason instanceof TimeoutException ? StatusPage.AWAY : StatusPage.FAILED;
  }

  private Subject subject(String name) {
    return new Subject(prefix + name, tags);
  }

  private record Given(Served served, Policy policy) {}
}
