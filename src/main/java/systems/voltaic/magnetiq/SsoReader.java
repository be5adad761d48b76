package systems.voltaic.magnetiq;

import java.net.URI;
import java.util.Optional;
import systems.voltaic.magnetiq.people.sso.SsoConfig;

/** Reads which provider may say who somebody is: three names that belong together. */
final class SsoReader {

  static Optional<SsoConfig> read(Environment in, boolean development) {
    Optional<String> typed = in.optional("SSO_ISSUER");
    Optional<URI> issuer = in.uri("SSO_ISSUER", typed, "https", "http");
    Optional<String> id = in.optional("SSO_CLIENT_ID");
    Optional<String> secret = in.secret("SSO_CLIENT_SECRET");
    String name = in.text("SSO_NAME", "Single sign-on");
    if (typed.isPresent() != id.isPresent() || id.isPresent() != secret.isPresent()) {
      in.fault("SSO_ISSUER, SSO_CLIENT_ID and SSO_CLIENT_SECRET belong together: set all or none");
    }
    if (!development && issuer.filter(uri -> uri.getScheme().equals("http")).isPresent()) {
      in.fault("SSO_ISSUER must start with https:// outside development");
    }
    return issuer
        .filter(uri -> id.isPresent() && secret.isPresent())
        .map(uri -> new SsoConfig(uri, id.get(), secret.get(), name));
  }

  private SsoReader() {}
}
