package systems.voltaic.magnetiq.people.sso;

import java.net.URI;

/** A provider that says who somebody is, and how it knows us. */
public record SsoConfig(URI issuer, String clientId, String clientSecret, String name) {

  @Override
  public String toString() {
    return "SsoConfig[" + issuer + "]";
  }
}
