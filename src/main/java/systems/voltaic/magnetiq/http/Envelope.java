package systems.voltaic.magnetiq.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came around a call: its headers, and where it came from.
 *
 * @param client the address as logs and tables may keep it
 */
public record Envelope(MultiMap headers, String client) {

  private static final int LONGEST_AGENT = 300;

  /** A call that nobody sent. */
  public static Envelope none() {
    return new Envelope(HttpHeaders.headers(), "unknown");
  }

  /** Empty also when it is there twice: nobody could tell which one counts. */
  public Optional<String> header(String name) {
    List<String> all = headers.getAll(name);
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  /** Empty also when it is there twice. */
  public Optional<String> cookie(String name) {
    var found = new ArrayList<String>();
    for (String header : headers.getAll(HttpHeaders.COOKIE)) {
      for (String pair : header.split(";", 100)) {
        int equals = pair.indexOf('=');
        if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
          found.add(pair.substring(equals + 1).strip());
        }
      }
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** The name of the browser, as far as a table may keep it. */
  public String agent() {
    String agent = header("user-agent").orElse("").replaceAll("\\p{Cntrl}", " ");
    return agent.length() > LONGEST_AGENT ? agent.substring(0, LONGEST_AGENT) : agent;
  }
}
