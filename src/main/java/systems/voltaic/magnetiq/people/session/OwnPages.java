package systems.voltaic.magnetiq.people.session;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.http.Envelope;
import systems.voltaic.magnetiq.secret.Vault;

/** Tells calls that carry a cookie because our page sent them from those a foreign page caused. */
final class OwnPages {

  static final String PROOF = "x-csrf-token";

  private static final String PURPOSE = "csrf";
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private final Vault vault;
  private final String scheme;
  private final Set<String> origins;

  /**
   * @param others exact origins whose pages may call
   */
  OwnPages(Vault vault, URI baseUrl, List<String> others) {
    this.vault = vault;
    this.scheme = baseUrl.getScheme();
    this.origins = new HashSet<>(others);
    this.origins.add(scheme + "://" + baseUrl.getRawAuthority());
  }

  /** What our pages send along with the cookie of this session. */
  String proof(UUID session) {
    return vault.prove(PURPOSE, session.toString());
  }

  void require(Envelope envelope, UUID session) {
    boolean proven =
        envelope
            .header(PROOF)
            .filter(proof -> vault.proves(PURPOSE, session.toString(), proof))
            .isPresent();
    if (!proven || !isFromOurs(envelope)) {
      throw Fault.of(
          Fault.Kind.FORBIDDEN, "csrf", "this call must come from a page of this installation");
    }
  }

  /** Browsers say where a page is from; who says nothing is no browser, and holds the proof. */
  private boolean isFromOurs(Envelope envelope) {
    List<String> said = envelope.headers().getAll("origin");
    List<String> site = envelope.headers().getAll("sec-fetch-site");
    if (said.isEmpty()) {
      return site.isEmpty() || (site.size() == 1 && OWN_SITES.contains(site.get(0)));
    }
    return said.size() == 1 && site.size() <= 1 && isOurs(said.get(0), envelope);
  }

  /** The host is one of ours: requests that name another one are refused at the edge. */
  private boolean isOurs(String origin, Envelope envelope) {
    String host = envelope.header("host").orElse("");
    return origins.contains(origin) || origin.equals(scheme + "://" + host);
  }
}
