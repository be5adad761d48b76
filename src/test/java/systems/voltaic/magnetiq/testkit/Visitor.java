package systems.voltaic.magnetiq.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import systems.voltaic.magnetiq.json.Json;

/** Somebody who talks JSON to one address over kept connections. */
public final class Visitor {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final HttpClient CLIENT = client();

  private final HttpClient client;
  private final String base;
  private final String bearer;

  private Visitor(HttpClient client, String base, String bearer) {
    this.client = client;
    this.base = base;
    this.bearer = bearer;
  }

  /** What came back, and after how long. */
  public record Answer(HttpResponse<String> response, Duration took) {
    public int status() {
      return response.statusCode();
    }

    public String body() {
      return response.body();
    }

    public JsonNode json() {
      return Json.parse(response.body());
    }

    /** Empty when there is none. */
    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  public static Visitor of(String base) {
    return new Visitor(CLIENT, base, "");
  }

  /** One that believes our own certificate. */
  public static Visitor trustingOurs(String base) {
    var trusting =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(SelfSigned.certificate().context())
            .build();
    return new Visitor(trusting, base, "");
  }

  /** The same with this access token or API key. */
  public Visitor bearing(String token) {
    return new Visitor(client, base, token);
  }

  /** The same as the owner of the installation. */
  public Visitor staff() {
    return bearing(Staff.KEY);
  }

  /** The same as somebody nobody knows. */
  public Visitor anonymous() {
    return bearing("");
  }

  public Answer get(String path) throws IOException {
    return send("GET", path, Map.of(), "");
  }

  public Answer post(String path, String key, String body) throws IOException {
    return send("POST", path, Map.of("Idempotency-Key", key), body);
  }

  public Answer put(String path, String etag, String body) throws IOException {
    return send("PUT", path, Map.of("If-Match", etag), body);
  }

  public Answer send(String method, String path, Map<String, String> headers, String body)
      throws IOException {
    var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
    headers.forEach(request::header);
    if (!bearer.isEmpty()) {
      request.header("Authorization", "Bearer " + bearer);
    }
    if (body.isEmpty()) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, BodyPublishers.ofString(body));
    }
    var began = System.nanoTime();
    var response = answer(request.build());
    return new Answer(response, Duration.ofNanos(System.nanoTime() - began));
  }

  private HttpResponse<String> answer(HttpRequest request) throws IOException {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(2))
        .build();
  }
}
