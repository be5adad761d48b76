package systems.voltaic.magnetiq.people.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.net.OutgoingUrls;
import systems.voltaic.magnetiq.net.Resolver;
import systems.voltaic.magnetiq.people.factor.Bench;

/** A provider that puts the address of a person elsewhere than into its token. */
final class ProviderTest {

  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Vertx vertx = Vertx.vertx();
  private final Map<String, JsonObject> answers = new HashMap<>();
  private URI issuer;
  private Provider provider;

  @BeforeEach
  void start() throws JOSEException {
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(
                asked ->
                    asked
                        .response()
                        .putHeader("content-type", "application/json")
                        .end(answers.get(asked.path()).encode()))
            .listen(0, "127.0.0.1")
            .await();
    issuer = URI.create("http://127.0.0.1:" + server.actualPort());
    var key = new RSAKeyGenerator(2048).keyID("one").generate();
    answers.put("/.well-known/openid-configuration", page(issuer.toString()));
    answers.put("/keys", new JsonObject(new JWKSet(key.toPublicJWK()).toString()));
    answers.put("/token", new JsonObject().put("id_token", token(key)).put("access_token", "a"));
    answers.put("/userinfo", said("ada"));
    var config = new SsoConfig(issuer, "magnetiq", "a made-up secret", "Example ID");
    var urls = new OutgoingUrls(Resolver.system(vertx, 1, PATIENCE), true);
    var http = new ProviderHttp(vertx, issuer, urls, urls, PATIENCE);
    var clock = Clock.fixed(NOW, ZoneOffset.UTC);
    provider = new Provider(config, issuer.resolve("/back"), http, new Bench(vertx), clock);
  }

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  @Test
  void asksWhereTheTokenNamesNoAddress() {
    var who = provider.vouch("code", "verifier", "n").await().orElseThrow();

    assertThat(who.email()).contains("ada@example.test");
    assertThat(who.verified()).isTrue();
  }

  @Test
  void believesNoAddressOfSomebodyElse() {
    answers.put("/userinfo", said("eve"));

    assertThat(provider.vouch("code", "verifier", "n").await()).isEmpty();
  }

  @Test
  void believesNobodyWhoCallsItselfOtherwise() {
    answers.put("/.well-known/openid-configuration", page("https://evil.example.test"));

    assertThatThrownBy(() -> provider.page().await())
        .hasMessageContaining("it calls itself https://evil.example.test");
  }

  private JsonObject page(String name) {
    return new JsonObject()
        .put("issuer", name)
        .put("authorization_endpoint", issuer + "/authorize")
        .put("token_endpoint", issuer + "/token")
        .put("userinfo_endpoint", issuer + "/userinfo")
        .put("jwks_uri", issuer + "/keys");
  }

  private static JsonObject said(String subject) {
    return new JsonObject()
        .put("sub", subject)
        .put("email", "ada@example.test")
        .put("email_verified", true);
  }

  private String token(RSAKey key) throws JOSEException {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer.toString())
            .audience("magnetiq")
            .subject("ada")
            .claim("nonce", "n")
            .issueTime(Date.from(NOW))
            .expirationTime(Date.from(NOW.plusSeconds(300)));
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims.build());
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }
}
