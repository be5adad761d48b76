package systems.voltaic.magnetiq.integration.webhook;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Page;
import systems.voltaic.magnetiq.db.Paging;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.job.Jobs;
import systems.voltaic.magnetiq.net.OutgoingUrls;
import systems.voltaic.magnetiq.secret.Vault;

/** What the program can do with webhooks. */
public final class Webhooks {

  static final String TEST = "webhook.test";

  private static final int MOST = 50;
  static final Paging ALL = Paging.of(MOST, Optional.empty());
  private static final String SUBJECT = "webhook:";

  private final Db db;
  private final Supplier<UUID> ids;
  private final Audit audit;
  private final OutgoingUrls urls;
  private final Vault vault;
  private final SecureRandom random;
  private final Deliveries deliveries;
  private final WebhookSql sql = new WebhookSql();

  public Webhooks(
      Db db,
      Jobs jobs,
      Supplier<UUID> ids,
      Audit audit,
      OutgoingUrls urls,
      Vault vault,
      SecureRandom random) {
    this.db = db;
    this.ids = ids;
    this.audit = audit;
    this.urls = urls;
    this.vault = vault;
    this.random = random;
    this.deliveries = new Deliveries(db, jobs, ids, audit);
  }

  /** Every active partner that wants to know is told if, and only if, the transaction commits. */
  public Future<Void> announce(Tx tx, String event, Object payload) {
    return sql.subscribed(tx, event)
        .compose(webhooks -> deliveries.write(tx, webhooks, event, payload))
        .mapEmpty();
  }

  /** Forgets what was told more than 30 days ago; answers how much. */
  public Future<Integer> purge(Caller caller) {
    return deliveries.purge(caller);
  }

  Future<Page<Webhook>> list(Caller caller, Paging paging) {
    var session = db.reads(caller);
    return sql.list(session, paging)
        .compose(found -> sql.count(session).map(all -> paging.page(found, all, Webhook::id)));
  }

  /** The hosts of webhooks, as in "webhook:…": the rest of an address may be a secret. */
  public Future<Map<String, String>> hosts(Caller caller, Set<String> things) {
    return things.stream().anyMatch(thing -> thing.startsWith(SUBJECT))
        ? sql.list(db.reads(caller), ALL).map(Webhooks::hosts)
        : Future.succeededFuture(Map.of());
  }

  private static Map<String, String> hosts(List<Webhook> all) {
    return all.stream().collect(Collectors.toMap(hook -> subject(hook.id()), Webhook::host));
  }

  Future<Webhook> byId(Caller caller, UUID id) {
    return sql.byId(db.reads(caller), id);
  }

  Future<Webhook.WithSecret> create(Caller caller, Webhook.Draft draft) {
    UUID id = ids.get();
    String secret = Signature.newSecret(random);
    return urls.check(draft.url())
        .compose(target -> db.transaction(caller, tx -> create(tx, id, draft, secret)))
        .map(webhook -> new Webhook.WithSecret(webhook, secret));
  }

  private Future<Webhook> create(Tx tx, UUID id, Webhook.Draft draft, String secret) {
    return sql.count(tx)
        .map(Webhooks::room)
        .compose(room -> sql.insert(tx, id, draft, vault.seal(purpose(id), secret)))
        .compose(made -> audited(tx, "webhook.create", null, made));
  }

  Future<Webhook> update(Caller caller, UUID id, Webhook.Patch patch, long seen) {
    Future<?> checked = patch.url() == null ? Future.succeededFuture() : urls.check(patch.url());
    return checked.compose(fine -> db.transaction(caller, tx -> update(tx, id, patch, seen)));
  }

  private Future<Webhook> update(Tx tx, UUID id, Webhook.Patch patch, long seen) {
    return sql.lock(tx, id, seen)
        .compose(
            before ->
                sql.update(tx, patch.on(before))
                    .compose(after -> audited(tx, "webhook.update", before, after)));
  }

  Future<Void> delete(Caller caller, UUID id, long seen) {
    return db.transaction(
            caller,
            tx ->
                sql.lock(tx, id, seen)
                    .compose(before -> sql.delete(tx, id).map(before))
                    .compose(before -> audited(tx, "webhook.delete", before, null)))
        .mapEmpty();
  }

  Future<Webhook.WithSecret> rotate(Caller caller, UUID id) {
    String secret = Signature.newSecret(random);
    return db.transaction(
            caller,
            tx ->
                sql.newSecret(tx, id, vault.seal(purpose(id), secret))
                    .compose(after -> audited(tx, "webhook.rotate", after, after)))
        .map(webhook -> new Webhook.WithSecret(webhook, secret));
  }

  Future<Delivery> test(Caller caller, UUID id) {
    return db.transaction(caller, tx -> test(tx, id))
        .compose(delivery -> deliveries.byId(caller, delivery));
  }

  private Future<UUID> test(Tx tx, UUID id) {
    return sql.lock(tx, id)
        .map(Webhooks::on)
        .compose(on -> deliveries.write(tx, List.of(id), TEST, Map.of("webhook", id)))
        .map(written -> written.get(0))
        .compose(
            delivery -> audit.record(tx, "webhook.test", subject(id), null, null).map(delivery));
  }

  Future<Page<Delivery>> deliveries(Caller caller, UUID id, Paging paging) {
    return deliveries.list(caller, id, paging);
  }

  Future<Delivery> replay(Caller caller, UUID delivery) {
    return deliveries.replay(caller, delivery);
  }

  Deliveries deliveries() {
    return deliveries;
  }

  /** Seals again, with the current key, what the previous one still guards. */
  Future<Void> reseal(Caller caller) {
    return db.transaction(caller, tx -> sql.sealedSecrets(tx).compose(all -> reseal(tx, all)));
  }

  private Future<Void> reseal(Tx tx, Map<UUID, String> secrets) {
    Future<Void> all = Future.succeededFuture();
    for (var entry : secrets.entrySet()) {
      if (vault.outdated(entry.getValue())) {
        all = all.compose(done -> reseal(tx, entry.getKey(), entry.getValue()));
      }
    }
    return all;
  }

  private Future<Void> reseal(Tx tx, UUID id, String from) {
    String secret = vault.open(purpose(id), from);
    return sql.reseal(tx, id, from, vault.seal(purpose(id), secret));
  }

  static String purpose(UUID webhook) {
    return "webhook.secret:" + webhook;
  }

  private Future<Webhook> audited(Tx tx, String action, Webhook before, Webhook after) {
    UUID id = after == null ? before.id() : after.id();
    return audit.record(tx, action, subject(id), before, after).map(after);
  }

  private static String subject(UUID id) {
    return SUBJECT + id;
  }

  private static long room(long count) {
    if (count >= MOST) {
      throw Fault.rule("webhooks-full", "there are 50 webhooks already: delete one first");
    }
    return count;
  }

  private static Webhook on(Webhook webhook) {
    if (!webhook.active()) {
      throw Fault.rule("webhook-off", "the webhook is switched off: switch it on first");
    }
    return webhook;
  }
}
