package systems.voltaic.magnetiq.http;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the API is reached, and from where.
 *
 * @param allowedHosts names a request may address; the names of the base URL come on top
 * @param corsOrigins exact origins whose pages may call
 * @param trustedProxies address ranges whose X-Forwarded-For is believed
 * @param operators address ranges that may do what loopback may
 * @param surfaces what is switched on
 */
public record HttpConfig(
    String host,
    int port,
    URI baseUrl,
    boolean development,
    List<String> allowedHosts,
    List<String> corsOrigins,
    List<String> trustedProxies,
    List<String> operators,
    int maxRequestSize,
    boolean securityHeaders,
    boolean requestLogging,
    Set<Surface> surfaces,
    Optional<Path> tlsCertificate,
    Optional<Path> tlsKey) {

  public boolean tls() {
    return tlsCertificate.isPresent();
  }

  /** The same on another port, such as that of the site. */
  public HttpConfig at(int other) {
    return new HttpConfig(
        host,
        other,
        baseUrl,
        development,
        allowedHosts,
        corsOrigins,
        trustedProxies,
        operators,
        maxRequestSize,
        securityHeaders,
        requestLogging,
        surfaces,
        tlsCertificate,
        tlsKey);
  }
}
