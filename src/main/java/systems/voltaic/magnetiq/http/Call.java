package systems.voltaic.magnetiq.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.json.Json;

/**
 * One request, already held against the contract.
 *
 * @param body the parsed JSON, or null when the operation has none
 * @param ifMatch the version the caller read; present wherever the contract asks for If-Match
 * @param envelope what else came with it
 */
public record Call(
    Caller caller,
    Map<String, String> path,
    Map<String, String> query,
    JsonNode body,
    Optional<Long> ifMatch,
    Envelope envelope) {

  public String path(String name) {
    return path.get(name);
  }

  public UUID pathId(String name) {
    return UUID.fromString(path.get(name));
  }

  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name));
  }

  public int query(String name, int fallback) {
    return query(name).map(Integer::parseInt).orElse(fallback);
  }

  public Optional<String> header(String name) {
    return envelope.header(name);
  }

  public Optional<String> cookie(String name) {
    return envelope.cookie(name);
  }

  public <T> T body(Class<T> type) {
    return Json.read(body, type);
  }
}
