package systems.voltaic.magnetiq.site;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.time.Clock;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.cache.AnswerCache;
import systems.voltaic.magnetiq.cache.CacheConfig;
import systems.voltaic.magnetiq.db.PgDb;
import systems.voltaic.magnetiq.db.RecentWriters;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.redis.RedisLink;
import systems.voltaic.magnetiq.redis.RedisServer;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.DbConfigs;
import systems.voltaic.magnetiq.testkit.Needs;
import systems.voltaic.magnetiq.testkit.Program;
import systems.voltaic.magnetiq.testkit.Sql;

/** Files of former builds, with a real Postgres. */
@Needs(Program.REDIS)
class KeptAssetsIT {

  private static final Caller KEEPER = Caller.system("test");
  private static final String COUNT = "SELECT count(*) FROM asset";

  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final URI database = Databases.fresh();
  private RedisServer server;
  private RedisLink redis;
  private PgDb db;
  private KeptAssets kept;
  private SpaFiles files;

  @BeforeEach
  void start() throws Exception {
    server = new RedisServer();
    redis = new RedisLink(vertx, server.config(), registry, new Random(1), Clock.systemUTC());
    db = PgDb.open(vertx, DbConfigs.to(database), 1, RecentWriters.none(), registry);
    var cache =
        new AnswerCache(
            vertx,
            redis,
            CacheConfig.standard(),
            registry,
            Clock.systemUTC(),
            () -> UUID.randomUUID().toString());
    redis.start().await(10, SECONDS);
    cache.start().await(10, SECONDS);
    kept = new KeptAssets(db, cache);
    files = SpaFiles.load(vertx, Clock.systemUTC().instant()).await(30, SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    redis.close().await(10, SECONDS);
    vertx.close().await(10, SECONDS);
    server.close();
  }

  @Test
  void givesTheFilesOfThisBuildToInstancesOfAnother() throws Exception {
    kept.keep(files, "one", KEEPER).await(30, SECONDS);
    var path = files.fingerprinted().keySet().iterator().next();

    var served = kept.find(path).await(10, SECONDS);

    assertThat(served.answer().body()).isEqualTo(bytes(path));
    assertThat(served.answer().status()).isEqualTo(200);
  }

  @Test
  void keepsEveryFileOnceHoweverManyInstancesStart() throws Exception {
    kept.keep(files, "one", KEEPER).await(30, SECONDS);
    var together = kept.keep(files, "two", KEEPER);
    kept.keep(files, "two", KEEPER).await(30, SECONDS);
    together.await(30, SECONDS);

    assertThat(Sql.column(database, COUNT))
        .containsExactly(Integer.toString(files.fingerprinted().size()));
    assertThat(Sql.column(database, "SELECT DISTINCT first_build || last_build FROM asset"))
        .containsExactly("onetwo");
  }

  @Test
  void forgetsWhatNoBuildHasBroughtForAMonth() throws Exception {
    kept.keep(files, "one", KEEPER).await(30, SECONDS);
    Sql.run(database, old("/assets/old-1.js", 31));
    Sql.run(database, old("/assets/young-1.js", 29));

    int forgotten = kept.purge(KEEPER).await(30, SECONDS);

    assertThat(forgotten).isEqualTo(1);
    assertThat(kept.find("/assets/young-1.js").await(10, SECONDS).answer().body())
        .hasToString("old");
    missing("/assets/old-1.js");
  }

  @Test
  void findsNothingThatCannotBeAFile() {
    missing("/assets/../secret");
    missing("/assets/a/b.js");
    missing("/assets/");
    missing("/assets/unknown-1.js");
  }

  private void missing(String path) {
    assertThatThrownBy(() -> kept.find(path).await(10, SECONDS))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.NOT_FOUND));
  }

  private Buffer bytes(String path) {
    return new TreeMap<>(files.fingerprinted()).get(path).body();
  }

  private static String old(String path, int days) {
    return ("INSERT INTO asset VALUES ('%s', 'text/javascript', 'old', 'zero', 'zero', now(),"
            + " now() - interval '%d days')")
        .formatted(path, days);
  }
}
