package systems.voltaic.magnetiq.people.sso;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import systems.voltaic.magnetiq.people.factor.Bench;

/** The provider: what it says of itself, remembered for an hour, and whom it vouches for. */
final class Provider {

  private static final Duration FRESH = Duration.ofHours(1);

  /** Between two looks for a key that we did not know. */
  private static final Duration SETTLING = Duration.ofSeconds(30);

  private final SsoConfig config;
  private final URI redirect;
  private final ProviderHttp http;
  private final IdTokens tokens;
  private final Bench bench;
  private final Clock clock;
  private final AtomicReference<ProviderPage> known = new AtomicReference<>();

  Provider(SsoConfig config, URI redirect, ProviderHttp http, Bench bench, Clock clock) {
    this.config = config;
    this.redirect = redirect;
    this.http = http;
    this.tokens = new IdTokens(config, clock);
    this.bench = bench;
    this.clock = clock;
  }

  Future<ProviderPage> page() {
    ProviderPage page = known.get();
    return page != null && page.readAt().plus(FRESH).isAfter(clock.instant())
        ? Future.succeededFuture(page)
        : read();
  }

  private Future<ProviderPage> read() {
    String base = config.issuer().toString().replaceAll("/+$", "");
    return http.get(URI.create(base + "/.well-known/openid-configuration"), Map.of())
        .compose(page -> read(page, ProviderPage.uri(page, "jwks_uri")));
  }

  private Future<ProviderPage> read(JsonNode page, URI keys) {
    return http.get(keys, Map.of())
        .map(set -> ProviderPage.of(page, set, config.issuer(), clock.instant()))
        .onSuccess(known::set);
  }

  /** Where the browser goes to say who is in front of it. */
  URI authorization(ProviderPage page, String state, String nonce, String challenge) {
    var query = new TreeMap<String, String>();
    query.put("response_type", "code");
    query.put("client_id", config.clientId());
    query.put("redirect_uri", redirect.toString());
    query.put("scope", "openid email");
    query.put("state", state);
    query.put("nonce", nonce);
    query.put("code_challenge", challenge);
    query.put("code_challenge_method", "S256");
    String separator = page.authorization().getRawQuery() == null ? "?" : "&";
    return URI.create(page.authorization() + separator + form(query));
  }

  /** Trades the code for a word about who that is; empty when it cannot be believed. */
  Future<Optional<Somebody>> vouch(String code, String verifier, String nonce) {
    return page().compose(page -> vouch(page, code, verifier, nonce));
  }

  private Future<Optional<Somebody>> vouch(
      ProviderPage page, String code, String verifier, String nonce) {
    var form = new TreeMap<String, String>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", redirect.toString());
    form.put("code_verifier", verifier);
    if (page.postsSecret()) {
      form.put("client_id", config.clientId());
      form.put("client_secret", config.clientSecret());
    }
    Map<String, String> headers =
        page.postsSecret() ? Map.of() : Map.of("authorization", "Basic " + basic());
    return http.post(page.token(), headers, form(form)).compose(said -> read(page, said, nonce));
  }

  private Future<Optional<Somebody>> read(ProviderPage page, JsonNode said, String nonce) {
    String token = said.path("id_token").asText();
    return withKeyOf(page, token)
        .compose(full -> bench.work(() -> tokens.read(token, full.keys(), nonce)))
        .compose(
            found ->
                found.filter(who -> who.email().isEmpty()).isPresent()
                    ? ask(page, said.path("access_token").asText(), found.get())
                    : Future.succeededFuture(found));
  }

  /** A key that we do not know may be a new one: then it is looked for, now and then. */
  private Future<ProviderPage> withKeyOf(ProviderPage page, String token) {
    Optional<String> key = IdTokens.keyId(token);
    boolean there = key.map(id -> page.keys().getKeyByKeyId(id) != null).orElse(true);
    boolean justLooked = page.readAt().plus(SETTLING).isAfter(clock.instant());
    return there || justLooked
        ? Future.succeededFuture(page)
        : http.get(page.keysAt(), Map.of())
            .map(set -> page.with(set, clock.instant()))
            .onSuccess(known::set);
  }

  private Future<Optional<Somebody>> ask(ProviderPage page, String access, Somebody who) {
    if (page.userInfo().isEmpty()) {
      return Future.succeededFuture(Optional.of(who));
    }
    return http.get(page.userInfo().get(), Map.of("authorization", "Bearer " + access))
        .map(said -> told(who, said));
  }

  private static Optional<Somebody> told(Somebody who, JsonNode said) {
    if (!said.path("sub").asText().equals(who.subject())) {
      return Optional.empty();
    }
    JsonNode email = said.path("email");
    boolean verified = said.path("email_verified").asBoolean(false);
    return Optional.of(email.isTextual() ? who.at(email.asText(), verified) : who);
  }

  private String basic() {
    String pair = escaped(config.clientId()) + ":" + escaped(config.clientSecret());
    return Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }

  private static String form(Map<String, String> values) {
    return values.entrySet().stream()
        .map(value -> value.getKey() + "=" + escaped(value.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
