package systems.voltaic.magnetiq.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.fault.Fault.Detail;

/** The one place where a throwable becomes an answer. */
final class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final int MOST_DETAILS = 100;
  private static final int MOST_VALUES = 3;

  private final Messages messages;
  private final String typeBase;

  Problems(Messages messages, String typeBase) {
    this.messages = messages;
    this.typeBase = typeBase;
  }

  Problem of(Throwable failure, Language language, String instance, String requestId) {
    if (failure instanceof Refusal refusal) {
      return plain(
          refusal.code(), refusal.status(), refusal.headers(), language, instance, requestId);
    }
    if (failure instanceof Fault fault) {
      return ofFault(fault, language, instance, requestId);
    }
    LOG.error("request {} failed", requestId, failure);
    return plain("internal", 500, Map.of(), language, instance, requestId);
  }

  private Problem ofFault(Fault fault, Language language, String instance, String requestId) {
    var headers = new LinkedHashMap<String, String>();
    fault
        .retryAfter()
        .ifPresent(
            wait -> headers.put("retry-after", Long.toString(wholeSeconds(wait.toMillis()))));
    if (fault.kind() == Fault.Kind.UNAUTHENTICATED) {
      headers.put("www-authenticate", "Bearer");
    }
    return new Problem(
        typeBase + fault.code(),
        title(fault, language),
        status(fault.kind()),
        messages.sentence(language, fault),
        instance,
        requestId,
        details(fault.details(), language),
        headers);
  }

  private Problem plain(
      String code,
      int status,
      Map<String, String> headers,
      Language language,
      String instance,
      String requestId) {
    return new Problem(
        typeBase + code,
        messages.say(language, code + ".title"),
        status,
        messages.say(language, code + ".detail"),
        instance,
        requestId,
        List.of(),
        headers);
  }

  private String title(Fault fault, Language language) {
    return messages
        .find(language, fault.code() + ".title")
        .orElseGet(() -> messages.say(language, "kind." + fault.kind() + ".title"));
  }

  private List<Detail> details(List<Detail> details, Language language) {
    return details.stream().limit(MOST_DETAILS).map(d -> localized(d, language)).toList();
  }

  /** A code may carry the values of its rule, as in "maxLength:40" and "setting-whole:1..60". */
  private Detail localized(Detail detail, Language language) {
    int colon = detail.code().indexOf(':');
    String code = colon < 0 ? detail.code() : detail.code().substring(0, colon);
    String limit = colon < 0 ? "" : detail.code().substring(colon + 1);
    String key = "field." + code;
    String message =
        messages.find(language, key).isPresent()
            ? messages.say(language, key, (Object[]) limit.split("\\.\\.", MOST_VALUES))
            : detail.message();
    return new Detail(detail.pointer(), code, message);
  }

  private static long wholeSeconds(long millis) {
    return Math.max(1, (millis + 999) / 1000);
  }

  static int status(Fault.Kind kind) {
    return switch (kind) {
      case INVALID -> 400;
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case GONE -> 410;
      case STALE -> 412;
      case RULE -> 422;
      case LOCKED -> 423;
      case LIMITED -> 429;
      case UNAVAILABLE -> 503;
      case FULL -> 507;
    };
  }
}
