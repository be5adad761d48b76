package systems.voltaic.magnetiq.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Set;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.cache.Visit;
import systems.voltaic.magnetiq.fault.Fault;

/** One request on its way to its one answer. */
public final class Exchange implements Visit {

  private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final HttpServerRequest request;
  private final Answers answers;
  private final String requestId;
  private final Client client;
  private final long started;
  private HttpMetrics.Route route;
  private RateLimiter.Verdict verdict;
  private Language language;
  private boolean answered;
  private boolean isPrivate;

  Exchange(
      HttpServerRequest request, Answers answers, String requestId, Client client, long started) {
    this.request = request;
    this.answers = answers;
    this.requestId = requestId;
    this.client = client;
    this.started = started;
    this.route = answers.unmatched();
  }

  public HttpServerRequest request() {
    return request;
  }

  public String requestId() {
    return requestId;
  }

  public Language language() {
    if (language == null) {
      language = Language.preferred(request.headers().get("accept-language"));
    }
    return language;
  }

  Client client() {
    return client;
  }

  /** The caller while nobody knows who it is. */
  public Caller stranger(String operationId) {
    return new Caller(
        Identities.ANONYMOUS, limitKey(), requestId, operationId, language(), Set.of());
  }

  /** What limits count a stranger by: where the call came from. */
  public String limitKey() {
    return client.limitKey();
  }

  /** Its headers, and its client as far as a table may keep it. */
  public Envelope envelope() {
    return new Envelope(request.headers(), client.masked());
  }

  long started() {
    return started;
  }

  /** What metrics and the log call this; never the raw path. */
  public void route(HttpMetrics.Route matched) {
    this.route = matched;
  }

  HttpMetrics.Route route() {
    return route;
  }

  RateLimiter.Verdict verdict() {
    return verdict;
  }

  public void answer(Answer answer) {
    answers.write(this, answer);
  }

  /** Whatever is answered is for this caller alone. */
  public void keepPrivate() {
    isPrivate = true;
  }

  boolean isPrivate() {
    return isPrivate;
  }

  /** Ends it without an answer, for a proxy that does better with none. */
  public void abandon() {
    answers.abandon(this);
  }

  /** A proxy passed on what only reads, and may ask another instance. */
  public boolean mayGoElsewhere() {
    return client.isProxied() && READS.contains(request.method());
  }

  @Override
  public void fail(Throwable failure) {
    answers.writeProblem(this, failure);
  }

  /** Marks the answer with what is left, and refuses when nothing is. */
  void count(RateLimiter.Verdict taken) {
    verdict = taken;
    if (!taken.allowed()) {
      throw Fault.limited(Duration.ofSeconds(taken.waitSeconds()));
    }
  }

  @Override
  public boolean begin(MultiMap headers) {
    return answers.begin(this, headers);
  }

  @Override
  public void end(int status) {
    answers.end(this, status);
  }

  /** True once: an exchange has one answer. */
  boolean take() {
    boolean first = !answered;
    answered = true;
    return first;
  }
}
