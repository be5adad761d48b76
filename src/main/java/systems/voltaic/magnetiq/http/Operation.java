package systems.voltaic.magnetiq.http;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One operation of the contract, compiled.
 *
 * @param template the path below the base, as in /webinars/{id}
 * @param body null when the operation takes none
 */
record Operation(
    String id,
    HttpMethod method,
    String template,
    Set<String> tags,
    Map<String, ParameterRule> path,
    Map<String, ParameterRule> query,
    List<ParameterRule> headers,
    BodyRule body) {

  boolean takesIfMatch() {
    return header("If-Match");
  }

  boolean takesIdempotencyKey() {
    return header("Idempotency-Key");
  }

  private boolean header(String name) {
    return headers.stream().anyMatch(rule -> rule.name().equalsIgnoreCase(name));
  }
}
