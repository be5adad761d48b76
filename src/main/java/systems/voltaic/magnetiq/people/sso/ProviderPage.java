package systems.voltaic.magnetiq.people.sso;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;

/**
 * What a provider says of itself.
 *
 * @param namesItself whether it always says who sends somebody back
 * @param postsSecret whether it takes our secret in the form, not in a header
 */
record ProviderPage(
    URI authorization,
    URI token,
    Optional<URI> userInfo,
    boolean namesItself,
    boolean postsSecret,
    JWKSet keys,
    URI keysAt,
    Instant readAt) {

  static ProviderPage of(JsonNode page, JsonNode keys, URI issuer, Instant now) {
    if (!page.path("issuer").asText().equals(issuer.toString())) {
      throw new IllegalArgumentException("it calls itself " + page.path("issuer").asText());
    }
    JsonNode ways = page.path("token_endpoint_auth_methods_supported");
    return new ProviderPage(
        uri(page, "authorization_endpoint"),
        uri(page, "token_endpoint"),
        page.has("userinfo_endpoint")
            ? Optional.of(uri(page, "userinfo_endpoint"))
            : Optional.empty(),
        page.path("authorization_response_iss_parameter_supported").asBoolean(),
        says(ways, "client_secret_post") && !says(ways, "client_secret_basic"),
        keys(keys),
        uri(page, "jwks_uri"),
        now);
  }

  ProviderPage with(JsonNode newKeys, Instant now) {
    return new ProviderPage(
        authorization, token, userInfo, namesItself, postsSecret, keys(newKeys), keysAt, now);
  }

  static URI uri(JsonNode page, String name) {
    if (!page.path(name).isTextual()) {
      throw new IllegalArgumentException("it names no " + name);
    }
    return URI.create(page.path(name).asText());
  }

  private static JWKSet keys(JsonNode keys) {
    try {
      return JWKSet.parse(keys.toString());
    } catch (ParseException e) {
      throw new IllegalArgumentException("its keys cannot be read", e);
    }
  }

  private static boolean says(JsonNode list, String word) {
    for (JsonNode one : list) {
      if (one.asText().equals(word)) {
        return true;
      }
    }
    return false;
  }
}
