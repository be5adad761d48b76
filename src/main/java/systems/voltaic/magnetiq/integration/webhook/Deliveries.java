package systems.voltaic.magnetiq.integration.webhook;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Page;
import systems.voltaic.magnetiq.db.Paging;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.job.Job;
import systems.voltaic.magnetiq.job.Jobs;
import systems.voltaic.magnetiq.job.Lease;
import systems.voltaic.magnetiq.json.Json;

/** What partners are and were told; a delivery and the job that makes it always change together. */
final class Deliveries {

  static final String KIND = "webhook.deliver";

  private final Db db;
  private final Jobs jobs;
  private final Supplier<UUID> ids;
  private final Audit audit;
  private final DeliverySql sql = new DeliverySql();
  private final WebhookSql webhooks = new WebhookSql();

  Deliveries(Db db, Jobs jobs, Supplier<UUID> ids, Audit audit) {
    this.db = db;
    this.jobs = jobs;
    this.ids = ids;
    this.audit = audit;
  }

  record Payload(UUID delivery) {}

  Future<List<UUID>> write(Tx tx, List<UUID> to, String event, Object payload) {
    if (to.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    List<UUID> deliveries = Stream.generate(ids).limit(to.size()).toList();
    return sql.insert(tx, deliveries, to, event, Json.tree(payload).toString())
        .compose(written -> jobs.enqueue(tx, deliveries.stream().map(Deliveries::job).toList()))
        .map(deliveries);
  }

  private static Job.Draft job(UUID delivery) {
    return Job.Draft.of(KIND, new Payload(delivery)).attempts(100);
  }

  Future<Page<Delivery>> list(Caller caller, UUID webhook, Paging paging) {
    var session = db.reads(caller);
    return webhooks
        .byId(session, webhook)
        .compose(known -> sql.list(session, webhook, paging))
        .compose(
            found -> sql.count(session, webhook).map(all -> paging.page(found, all, Delivery::id)));
  }

  Future<Delivery> byId(Caller caller, UUID id) {
    return sql.byId(db.primary(caller), id)
        .map(found -> found.orElseThrow(() -> Fault.notFound("delivery", id)));
  }

  /** Another three days for one that is at rest. */
  Future<Delivery> replay(Caller caller, UUID id) {
    return byId(caller, id)
        .compose(known -> db.transaction(caller, tx -> replay(tx, known)))
        .compose(done -> byId(caller, id));
  }

  private Future<Void> replay(Tx tx, Delivery delivery) {
    return sql.again(tx, delivery.id())
        .compose(found -> found ? jobs.enqueue(tx, job(delivery.id())) : waits())
        .compose(
            job -> audit.record(tx, "webhook.replay", "delivery:" + delivery.id(), null, null));
  }

  private static Future<UUID> waits() {
    return Future.failedFuture(
        Fault.conflict("delivery-waits", "this delivery is still waiting for its next try"));
  }

  Future<Integer> purge(Caller caller) {
    return db.transaction(caller, sql::purge);
  }

  Future<Optional<Delivery.Due>> due(Caller caller, UUID id) {
    return sql.due(db.primary(caller), id);
  }

  /** It is over, for better or worse. */
  Future<Void> end(
      Caller caller, Lease lease, Delivery delivery, Delivery.State how, Delivery.Attempt attempt) {
    return db.transaction(
        caller,
        tx ->
            lease
                .complete(tx)
                .compose(ours -> sql.tried(tx, delivery.id(), how, attempt, Optional.empty()))
                .compose(tried -> attempt.gone() ? off(tx, delivery) : Future.succeededFuture()));
  }

  private Future<Void> off(Tx tx, Delivery delivery) {
    String subject = "webhook:" + delivery.webhookId();
    return webhooks
        .switchOff(tx, delivery.webhookId())
        .compose(done -> audit.record(tx, "webhook.gone", subject, null, null));
  }

  Future<Void> tryLater(
      Caller caller, Lease lease, Delivery delivery, Delivery.Attempt attempt, Duration wait) {
    return db.transaction(
        caller,
        tx ->
            instead(tx, lease, delivery, wait)
                .compose(later -> tried(tx, delivery, attempt, wait)));
  }

  private Future<Void> tried(Tx tx, Delivery delivery, Delivery.Attempt attempt, Duration wait) {
    return sql.tried(tx, delivery.id(), Delivery.State.WAITING, attempt, Optional.of(wait));
  }

  /** Without having been tried, so it costs none of its tries. */
  Future<Void> postpone(Caller caller, Lease lease, Delivery delivery, Duration wait) {
    return db.transaction(
        caller,
        tx ->
            instead(tx, lease, delivery, wait)
                .compose(later -> sql.postponed(tx, delivery.id(), wait)));
  }

  private Future<Void> instead(Tx tx, Lease lease, Delivery delivery, Duration wait) {
    return lease
        .complete(tx)
        .compose(done -> jobs.enqueue(tx, job(delivery.id()).delayedBy(wait)))
        .mapEmpty();
  }
}
