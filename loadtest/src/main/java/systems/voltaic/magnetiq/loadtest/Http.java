package systems.voltaic.magnetiq.loadtest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Plain calls, one after the other. */
final class Http {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  static HttpResponse<String> get(String url) throws IOException, InterruptedException {
    return CLIENT.send(request(url).build(), BodyHandlers.ofString());
  }

  static boolean answers(Child server, String url) throws Exception {
    server.refuseDead();
    try {
      return get(url).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  static HttpResponse<String> post(String url) throws IOException, InterruptedException {
    var request = request(url).POST(HttpRequest.BodyPublishers.noBody());
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  static HttpResponse<String> post(String url, String body)
      throws IOException, InterruptedException {
    var request =
        request(url)
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  static HttpResponse<String> put(String url, String tag, String body)
      throws IOException, InterruptedException {
    var request =
        request(url)
            .header("if-match", tag)
            .header("content-type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body));
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String url) {
    return HttpRequest.newBuilder(URI.create(url))
        .header("authorization", Staff.AUTHORIZATION)
        .timeout(Duration.ofSeconds(10));
  }

  private Http() {}
}
