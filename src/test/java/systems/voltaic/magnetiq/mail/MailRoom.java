package systems.voltaic.magnetiq.mail;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.TrustOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.bus.EventCodec;
import systems.voltaic.magnetiq.db.Paging;
import systems.voltaic.magnetiq.db.PgDb;
import systems.voltaic.magnetiq.db.RecentWriters;
import systems.voltaic.magnetiq.id.Uuid7;
import systems.voltaic.magnetiq.job.Backoff;
import systems.voltaic.magnetiq.job.JobWorker;
import systems.voltaic.magnetiq.job.Jobs;
import systems.voltaic.magnetiq.job.Workshop;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.DbConfigs;
import systems.voltaic.magnetiq.testkit.SmtpSink;

/** An outbox on a real database and a mail server beside it, both empty. */
final class MailRoom implements AutoCloseable {

  static final Caller CALLER = Caller.system("test");

  final Vertx vertx = Vertx.vertx();
  final SmtpSink sink = SmtpSink.start();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final PgDb db = open(vertx);
  final Outbox outbox;
  final Mails mails;

  MailRoom() {
    EventCodec.register(vertx);
    var ids = new Uuid7(Clock.systemUTC(), new Random());
    outbox = new Outbox(new Jobs(vertx, ids, kinds -> {}), ids);
    var brand = new Brand("Example & Sons", "https://example.com");
    var audit = new Audit(db, ids);
    mails =
        new Mails(
            db,
            outbox,
            new Letters(),
            () -> brand,
            Clock.systemUTC(),
            audit,
            (caller, actors) -> Future.succeededFuture(Map.of("person:1", "Ada Example")));
  }

  private static PgDb open(Vertx vertx) {
    var config = DbConfigs.to(Databases.fresh(), List.of(), 8, 100);
    return PgDb.open(vertx, config, 1, RecentWriters.none(), new SimpleMeterRegistry());
  }

  MailConfig smtp(MailConfig.Tls tls, Optional<String> username) {
    return new MailConfig(
        Optional.of("localhost"),
        sink.port(),
        username,
        username.map(name -> SmtpSink.PASSWORD),
        "office@example.com",
        "Example, \"Büro\"",
        tls);
  }

  MailConfig smtp() {
    return smtp(MailConfig.Tls.NONE, Optional.empty());
  }

  static MailConfig unset() {
    var none = Optional.<String>empty();
    return new MailConfig(
        none, 587, none, none, "office@example.com", "Example", MailConfig.Tls.STARTTLS);
  }

  static Sending impatient(Optional<TrustOptions> trust) {
    var backoff = new Backoff(Duration.ofMillis(100), Duration.ofMillis(300));
    return new Sending(4, 32, Duration.ofMillis(1500), backoff, trust);
  }

  String start(MailConfig config, Sending sending) {
    var pace = new JobWorker.Pace(Duration.ofMillis(50), 256, Duration.ofSeconds(5));
    var verticle =
        new MailVerticle(
            config,
            new Workshop(db.background(), meters, new Random(), pace, Workshop.Parking.UNHEARD),
            sending);
    return vertx.deployVerticle(verticle).await();
  }

  String start(MailConfig config) {
    return start(config, impatient(Optional.empty()));
  }

  List<UUID> enqueue(int count) {
    var drafts = IntStream.range(0, count).mapToObj(MailRoom::draft).toList();
    return db.transaction(CALLER, tx -> outbox.enqueue(tx, drafts)).await();
  }

  static Mail.Draft draft(int number) {
    var content =
        new Mail.Content("Größe " + number, "<p>Hello " + number + "</p>\n", ".Hello " + number);
    return Mail.Draft.of("test", "ada" + number + "@example.com", Language.EN, content);
  }

  long count(Mail.State state) {
    return mails.list(CALLER, Optional.of(state), Paging.of(1, Optional.empty())).await().total();
  }

  Mail mail(UUID id) {
    return mails.byId(CALLER, id).await();
  }

  String messageId(UUID id) {
    return "<" + id + "@example.com>";
  }

  void run(String statement) {
    db.primary(CALLER).run(statement).await();
  }

  @Override
  public void close() {
    vertx.close().await();
    sink.close();
  }
}
