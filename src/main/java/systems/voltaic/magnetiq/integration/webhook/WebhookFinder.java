package systems.voltaic.magnetiq.integration.webhook;

import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Finder;
import systems.voltaic.magnetiq.access.Found;
import systems.voltaic.magnetiq.db.Page;

/** Finds webhooks by their addresses and events: there are fifty at most. */
public final class WebhookFinder implements Finder {

  private final Webhooks webhooks;

  public WebhookFinder(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  @Override
  public Future<List<Found>> find(Caller caller, String q) {
    return caller.may("integrations:read")
        ? webhooks.list(caller, Webhooks.ALL).map(all -> matching(all, q.toLowerCase(Locale.ROOT)))
        : Future.succeededFuture(List.of());
  }

  private static List<Found> matching(Page<Webhook> all, String q) {
    return all.items().stream()
        .filter(hook -> words(hook).contains(q))
        .limit(MOST)
        .map(WebhookFinder::found)
        .toList();
  }

  private static String words(Webhook hook) {
    return (hook.url() + " " + String.join(" ", hook.events())).toLowerCase(Locale.ROOT);
  }

  private static Found found(Webhook hook) {
    String id = hook.id().toString();
    String events = String.join(", ", hook.events());
    return new Found("webhook", id, hook.url(), events, "/admin/webhooks/" + id);
  }
}
