package systems.voltaic.magnetiq;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.audit.Verdict;
import systems.voltaic.magnetiq.audit.Verification;
import systems.voltaic.magnetiq.audit.Witness;
import systems.voltaic.magnetiq.db.Migrations;
import systems.voltaic.magnetiq.db.PgDb;
import systems.voltaic.magnetiq.db.RecentWriters;
import systems.voltaic.magnetiq.id.Uuid7;
import systems.voltaic.magnetiq.json.Json;
import systems.voltaic.magnetiq.log.Logging;
import systems.voltaic.magnetiq.secret.Vault;

/** Proves that the audit is as it was written. */
@Command(
    name = "verify-audit",
    description = "Prove that nobody changed the audit; fails and says where when somebody did.")
final class VerifyAuditCommand extends Configured implements Callable<Integer> {

  private static final Caller CALLER = Caller.system("verify-audit");

  @Option(
      names = "--noted",
      paramLabel = "SEAL",
      description = "a seal that an earlier run printed and you kept: it must still be there")
  private String noted;

  @Option(names = "--json", description = "print the verdict as JSON")
  private boolean json;

  VerifyAuditCommand(Map<String, String> environment) {
    super(environment);
  }

  @Override
  public Integer call() throws Exception {
    Config config = config();
    Logging logging = Logging.start(config.log(), config.secrets());
    try (logging;
        var servers = Servers.start(config, Console::progress)) {
      int schema = new Migrations(servers.config().db()).applied();
      if (schema < Migrations.NEEDED) {
        throw new IllegalStateException(
            "the schema is at " + schema + ": run `magnetiq migrate` first");
      }
      Verdict verdict = verdict(servers.config());
      System.out.println(json ? Json.write(verdict).toString() : sentence(verdict));
      return verdict.intact() ? 0 : 1;
    }
  }

  private Verdict verdict(Config config) throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      var random = new SecureRandom();
      var clock = Clock.systemUTC();
      var db =
          PgDb.open(
              vertx, config.db().patient(), 1, RecentWriters.none(), new SimpleMeterRegistry());
      var verification =
          new Verification(
              db.background(),
              new Vault(config.vault(), random),
              clock,
              new Audit(db, new Uuid7(clock, random)),
              new Witness());
      return verification
          .look(CALLER, Optional.ofNullable(noted))
          .toCompletionStage()
          .toCompletableFuture()
          .get();
    } finally {
      vertx.close();
    }
  }

  private static String sentence(Verdict verdict) {
    if (!verdict.intact()) {
      var broken = verdict.firstBroken();
      return "The audit was changed: seal %d, %s.".formatted(broken.seal(), broken.reason());
    }
    String newest = verdict.newest() == null ? "none" : verdict.newest();
    return "The audit is intact: %d entries under %d seals, %d too new for one; newest seal %s."
        .formatted(verdict.entries(), verdict.seals(), verdict.unsealed(), newest);
  }
}
