package systems.voltaic.magnetiq.people.sso;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import systems.voltaic.magnetiq.json.Json;
import systems.voltaic.magnetiq.testkit.ChildProcess;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.Program;

/** The provider of npm's oidc-provider, in a process of its own. */
public final class OidcProvider implements AutoCloseable {

  public static final String SECRET = "made up for tests & more";

  private static final Path SCRIPT = Path.of("src/test/resources/oidc/provider.mjs");

  final int port;
  final String redirect;
  private ChildProcess process;

  public OidcProvider(String redirect) {
    this.port = Platform.freePort();
    this.redirect = redirect;
    start();
  }

  public String issuer() {
    return "http://127.0.0.1:" + port;
  }

  /** With keys that nobody has seen yet. */
  void start() {
    var environment =
        Map.of(
            "MODULES", Path.of("webroot").toAbsolutePath().toString(),
            "PORT", Integer.toString(port),
            "REDIRECT", redirect,
            "KEY", key());
    var command = List.of(Program.NODE.path().toString(), SCRIPT.toAbsolutePath().toString());
    process = ChildProcess.start(command, environment, Path.of("target"));
    process.awaitLine("provider at ", Duration.ofSeconds(20));
  }

  /** Made here: Node 20 sometimes waits for itself for ever while it exports a key that it made. */
  private static String key() {
    try {
      return new RSAKeyGenerator(2_048)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint(true)
          .generate()
          .toJSONString();
    } catch (JOSEException everyJavaCan) {
      throw new IllegalStateException(everyJavaCan);
    }
  }

  /** Whom it vouches for from now on. */
  public void is(Map<String, ?> who) throws IOException {
    String text = URLEncoder.encode(Json.tree(who).toString(), StandardCharsets.UTF_8);
    get(HttpClient.newHttpClient(), URI.create(issuer() + "/control?who=" + text));
  }

  /** A browser goes there, and comes to the address it is sent back to. */
  URI visit(URI authorization) throws IOException {
    var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    URI at = authorization;
    for (int hop = 0; hop < 10 && !at.toString().startsWith(redirect); hop++) {
      var answer = get(browser, at);
      at =
          at.resolve(
              answer
                  .headers()
                  .firstValue("location")
                  .orElseThrow(
                      () -> new AssertionError(answer.statusCode() + " " + answer.body())));
    }
    return at;
  }

  private static HttpResponse<String> get(HttpClient client, URI url) throws IOException {
    try {
      var request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(10)).build();
      return client.send(request, BodyHandlers.ofString());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
