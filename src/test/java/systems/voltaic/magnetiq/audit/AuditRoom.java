package systems.voltaic.magnetiq.audit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.PgDb;
import systems.voltaic.magnetiq.db.RecentWriters;
import systems.voltaic.magnetiq.id.Uuid7;
import systems.voltaic.magnetiq.secret.Vault;
import systems.voltaic.magnetiq.secret.VaultConfig;
import systems.voltaic.magnetiq.testkit.DbConfigs;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.Sql;

/** What one instance has of the audit, on a database that others may share. */
final class AuditRoom implements AutoCloseable {

  static final Caller CALLER = Caller.system("test");
  static final String KEY = "made-up-for-audit-tests";

  final URI database;
  final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
  final PgDb db;
  final Audit audit;
  final Seals seals;
  final Verification verification;

  AuditRoom(URI database) {
    this(database, KEY, null);
  }

  AuditRoom(URI database, String key, String previous) {
    this.database = database;
    db =
        PgDb.open(
            vertx, DbConfigs.to(database), 2, RecentWriters.none(), new SimpleMeterRegistry());
    var vault = new Vault(new VaultConfig(key, Optional.ofNullable(previous)), new SecureRandom());
    var witness = new Witness();
    audit = new Audit(db, new Uuid7(Clock.systemUTC(), new Random()));
    seals = new Seals(vertx, db, vault, Clock.systemUTC(), witness);
    verification = new Verification(db, vault, Clock.systemUTC(), audit, witness);
  }

  void record(int entries) {
    for (int i = 0; i < entries; i++) {
      String subject = "thing:" + i;
      db.transaction(CALLER, tx -> audit.record(tx, "thing.made", subject, null, Map.of("n", 1)))
          .await();
    }
  }

  long seal() {
    return seals.seal(CALLER).await();
  }

  /** Whoever writes anywhere on the server holds sealing back: other tests are waited for. */
  long sealAll() {
    String now = Sql.value(database, "SELECT pg_current_xact_id()");
    String over = "SELECT (pg_snapshot_xmin(pg_current_snapshot()) > '" + now + "')::int";
    Eventually.that("what is being written to end", () -> Sql.number(database, over) == 1);
    return seal();
  }

  Verification.Waiting waiting() {
    return verification.waiting(CALLER).await();
  }

  Verdict look() {
    return verification.look(CALLER, Optional.empty()).await();
  }

  void sql(String statements) {
    Sql.run(
        database,
        "ALTER TABLE audit DISABLE TRIGGER USER; ALTER TABLE audit_seal DISABLE TRIGGER USER; "
            + statements);
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
