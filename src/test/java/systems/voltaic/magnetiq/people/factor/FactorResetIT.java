package systems.voltaic.magnetiq.people.factor;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.PgDb;
import systems.voltaic.magnetiq.db.RecentWriters;
import systems.voltaic.magnetiq.people.session.Access;
import systems.voltaic.magnetiq.people.session.Lifetimes;
import systems.voltaic.magnetiq.people.session.Rights;
import systems.voltaic.magnetiq.secret.Vault;
import systems.voltaic.magnetiq.secret.VaultConfig;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.DbConfigs;
import systems.voltaic.magnetiq.testkit.Sql;
import systems.voltaic.magnetiq.token.Tokens;

/** Taking all factors away from who lost them, and keeping their secrets under a new key. */
final class FactorResetIT {

  private static final URI BASE = URI.create("https://www.example.test");
  private static final Caller CALLER = Caller.system("test");
  private static final UUID ADA = UUID.randomUUID();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Vault OLD =
      new Vault(new VaultConfig("the key before", Optional.empty()), RANDOM);
  private static final Vault VAULT =
      new Vault(new VaultConfig("a key for tests", Optional.of("the key before")), RANDOM);

  private final Vertx vertx = Vertx.vertx();
  private final URI database = Databases.fresh();
  private final List<String> letters = new ArrayList<>();
  private PgDb db;
  private Factors factors;

  @BeforeEach
  void open() {
    db =
        PgDb.open(
            vertx, DbConfigs.to(database), 2, RecentWriters.none(), new SimpleMeterRegistry());
    factors = factors();
    Sql.run(
        database,
        """
        INSERT INTO person (id, email, email_key, name, state)
             VALUES ('%1$s', 'ada@example.test', 'ada@example.test', 'Ada', 'active');
        INSERT INTO totp (person_id, secret, confirmed_at) VALUES ('%1$s', '%2$s', now());
        INSERT INTO recovery_code (person_id, hash) VALUES ('%1$s', 'x');
        INSERT INTO passkey (id, person_id, credential_id, public_key, counter, name)
             VALUES (gen_random_uuid(), '%1$s', 'x', 'x', 1, 'Blue');
        INSERT INTO session (id, person_id, refresh, methods, client, agent, expires_at)
             VALUES (gen_random_uuid(), '%1$s', 'x', '{password,totp}', 'x', 'x', now() + '1 day');
        INSERT INTO token (hash, purpose, subject, uses, expires_at)
             VALUES ('x', 'factor', 'person:%1$s', 5, now() + '1 hour')
        """
            .formatted(ADA, OLD.seal("totp.secret:" + ADA, "GEZDGNBVGY3TQOJQ")));
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void takesEverythingAndTellsThePerson() {
    db.transaction(CALLER, tx -> factors.reset(tx, ADA)).await();

    for (String table : List.of("totp", "recovery_code", "passkey", "token")) {
      assertThat(Sql.number(database, "SELECT count(*) FROM " + table)).as(table).isZero();
    }
    assertThat(Sql.number(database, "SELECT count(*) FROM session WHERE ended_at IS NULL"))
        .isZero();
    assertThat(letters).containsExactly("factors-reset to ada@example.test");
    assertThat(Sql.value(database, "SELECT action FROM audit")).isEqualTo("factors.reset");
  }

  @Test
  void saysWhatThereIs() {
    var standing = factors.standing(db.primary(CALLER), ADA).await();

    assertThat(standing.kinds()).containsExactly(Kind.TOTP, Kind.PASSKEY, Kind.RECOVERY_CODE);
    assertThat(standing.required()).isFalse();
    assertThat(standing.lacking()).isFalse();
  }

  @Test
  void sealsEverySecretWithTheNewKeyInBatches() {
    var others = new ArrayList<UUID>();
    for (int i = 0; i < Factors.BATCH; i++) {
      others.add(withPhone(i));
    }

    assertThat(factors.reseal(CALLER).await()).as("more wait").isTrue();
    assertThat(outdated()).isEqualTo(1);
    assertThat(factors.reseal(CALLER).await()).as("more wait").isFalse();

    assertThat(outdated()).isZero();
    for (UUID other : others) {
      String sealed =
          Sql.value(database, "SELECT secret FROM totp WHERE person_id = '" + other + "'");
      assertThat(VAULT.open("totp.secret:" + other, sealed)).isEqualTo("SEED" + other);
    }
  }

  private UUID withPhone(int number) {
    var person = UUID.randomUUID();
    Sql.run(
        database,
        """
        INSERT INTO person (id, email, email_key, name, state)
             VALUES ('%1$s', 'p%2$d@example.test', 'p%2$d@example.test', 'P', 'active');
        INSERT INTO totp (person_id, secret, confirmed_at) VALUES ('%1$s', '%3$s', now())
        """
            .formatted(person, number, OLD.seal("totp.secret:" + person, "SEED" + person)));
    return person;
  }

  private long outdated() {
    return Sql.column(database, "SELECT secret FROM totp").stream().filter(VAULT::outdated).count();
  }

  @Test
  void sealsSecretsWithTheNewKey() {
    factors.reseal(CALLER).await();

    String sealed = Sql.value(database, "SELECT secret FROM totp");
    assertThat(VAULT.outdated(sealed)).isFalse();
    assertThat(VAULT.open("totp.secret:" + ADA, sealed)).isEqualTo("GEZDGNBVGY3TQOJQ");
  }

  private Factors factors() {
    var clock = Clock.systemUTC();
    var audit = new Audit(db, UUID::randomUUID);
    var ground = new Access.Ground(vertx, db, db, audit, VAULT, UUID::randomUUID, RANDOM, clock);
    var lifetimes =
        new Lifetimes(Duration.ofMinutes(15), Duration.ofDays(7), Duration.ofMinutes(30));
    var access =
        new Access(
            ground,
            Rights.of(Map.of("viewer", List.of("content:read")), Set.of()),
            Set.of(),
            () -> lifetimes,
            BASE,
            List.of(),
            (tx, person) -> Future.succeededFuture(),
            () -> {});
    var tickets = new Tickets(new Tokens(RANDOM, clock));
    return new Factors(db, VAULT, access.sessions(), tickets, new News(audit, this::write, BASE));
  }

  private Future<Void> write(
      Object tx, String letter, String to, Object language, Map<String, String> values) {
    letters.add(letter + " to " + to);
    return Future.succeededFuture();
  }
}
