package systems.voltaic.magnetiq.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systems.voltaic.magnetiq.redis.RedisServer;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.Needs;
import systems.voltaic.magnetiq.testkit.Night;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.Program;
import systems.voltaic.magnetiq.testkit.SmtpFault;
import systems.voltaic.magnetiq.testkit.SmtpSink;
import systems.voltaic.magnetiq.testkit.Visitor;

/** Any instance may die at any moment. */
@Needs(Program.REDIS)
@Order(1)
class InstanceKillIT {
  private static final int CYCLES = Night.or(20, 200);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final AtomicReferenceArray<Visitor> visitors = new AtomicReferenceArray<>(2);
  private final Platform[] instances = new Platform[2];

  @Test
  void losesNothingAndDoublesNothingHoweverOftenOneOfTwoIsKilled() {
    var database = Databases.fresh();
    try (var redis = new RedisServer();
        var sink = SmtpSink.start()) {
      var environment = new HashMap<>(Platform.on(database, redis.config().url()));
      environment.putAll(Platform.mailTo(sink));
      environment.put("ROLES", "api,mail,schedule,integration");
      sink.fail(SmtpFault.SLOW_ANSWERS);
      begin(0, environment);
      begin(1, environment);
      serve(0);
      serve(1);
      var writing = Writing.start(2, this::anybody);

      var began = System.nanoTime();
      for (var cycle = 0; cycle < CYCLES; cycle++) {
        writing.hurry(20);
        var victim = cycle % 2;
        visitors.set(victim, null);
        instances[victim].process().kill();
        writing.calmDown();
        begin(victim, environment);
        serve(victim);
      }
      var took = Duration.ofNanos(System.nanoTime() - began);
      writing.stop();
      sink.recover();
      var leftBehind = writing.outliveTheLeases(database);

      System.out.printf(
          "%d kills in %d s: %s; %d leases left behind, %d mails sent twice under one id%n",
          CYCLES, took.toSeconds(), writing, leftBehind, sink.count() - distinct(sink));
      assertThat(leftBehind).isPositive();
      writing.assertKeptOnce(database, sink);
    } finally {
      for (var instance : instances) {
        instance.close();
      }
    }
  }

  private void begin(int place, Map<String, String> environment) {
    instances[place] = Platform.launch(folder, environment);
  }

  private void serve(int place) {
    visitors.set(place, instances[place].ready().api());
  }

  private Visitor anybody() {
    var place = ThreadLocalRandom.current().nextInt(2);
    var visitor = visitors.get(place);
    return visitor != null ? visitor : Eventually.get("an instance", PATIENCE, this::ready);
  }

  private Optional<Visitor> ready() {
    return IntStream.range(0, 2).mapToObj(visitors::get).filter(Objects::nonNull).findAny();
  }

  private static long distinct(SmtpSink sink) {
    return sink.mails().stream().map(mail -> mail.messageId()).distinct().count();
  }
}
