package systems.voltaic.magnetiq;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import systems.voltaic.magnetiq.json.Json;

/** Asks the instance on this machine how it is. */
@Command(
    name = "status",
    description = "Ask the instance on this machine how it is; fails when it is not ready.")
final class StatusCommand extends Configured implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Option(names = "--json", description = "print the answer as it came")
  private boolean json;

  StatusCommand(Map<String, String> environment) {
    super(environment);
  }

  @Override
  public Integer call() throws InterruptedException {
    URI address = address(config());
    try {
      var answer = ask(address);
      System.out.println(json ? answer.body() : sentence(answer.body()));
      return answer.statusCode() == 200 ? 0 : 1;
    } catch (IOException e) {
      System.out.println(json ? "{\"status\":\"down\"}" : "down: nothing answers at " + address);
      return 1;
    }
  }

  private static HttpResponse<String> ask(URI address) throws IOException, InterruptedException {
    var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static URI address(Config config) {
    var roles = config.app().roles();
    boolean site = roles.contains(Config.Role.SITE) && !roles.contains(Config.Role.API);
    int port = site ? config.sitePort() : config.http().port();
    String scheme = config.http().tls() ? "https" : "http";
    return URI.create(scheme + "://127.0.0.1:" + port + "/health/ready");
  }

  private static String sentence(String body) {
    var tree = Json.parse(body);
    return tree.path("status").asText("unknown")
        + ", health "
        + tree.path("health").asText("unknown");
  }
}
