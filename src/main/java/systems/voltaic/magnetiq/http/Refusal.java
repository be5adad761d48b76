package systems.voltaic.magnetiq.http;

import java.util.Map;

/** What only HTTP knows to refuse: methods, media types, sizes, missing preconditions. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;
  private final transient Map<String, String> headers;

  Refusal(int status, String code) {
    this(status, code, Map.of());
  }

  Refusal(int status, String code, Map<String, String> headers) {
    super(code, null, false, false);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }

  public static Refusal noSuchPage() {
    return new Refusal(404, "no-such-page");
  }

  /** For what can be read but not written to. */
  public static Refusal onlyReads() {
    return new Refusal(405, "method-not-allowed", Map.of("allow", "GET, HEAD"));
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  Map<String, String> headers() {
    return headers;
  }
}
