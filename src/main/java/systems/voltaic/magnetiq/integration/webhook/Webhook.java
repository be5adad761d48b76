package systems.voltaic.magnetiq.integration.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A partner's address and what it wants to be told. */
public record Webhook(
    UUID id, String url, List<String> events, boolean active, long version, Instant createdAt) {

  String host() {
    return URI.create(url).getHost();
  }

  /** What is asked for; active unless it says otherwise. */
  record Draft(String url, List<String> events, Boolean active) {
    boolean isActive() {
      return active == null || active;
    }
  }

  /** What is to change; null is what stays. */
  record Patch(String url, List<String> events, Boolean active) {

    Webhook on(Webhook now) {
      return new Webhook(
          now.id(),
          url == null ? now.url() : url,
          events == null ? now.events() : events,
          active == null ? now.active() : active,
          now.version(),
          now.createdAt());
    }
  }

  /** The only time the secret is seen. */
  record WithSecret(Webhook webhook, String secret) {}
}
