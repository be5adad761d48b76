package systems.voltaic.magnetiq.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.Eventually;

/**
 * Jobs claimed and completed per second by one worker, against pgbench with the same statements on
 * the same server, in turns. Run it by hand: it takes minutes and judges nothing.
 */
final class JobThroughput {

  private static final Limits LIMITS = Limits.standard().concurrency(512);
  private static final JobWorker.Pace PACE =
      new JobWorker.Pace(Duration.ofMillis(200), 256, Duration.ofSeconds(5));
  private static final Pattern TRANSACTIONS =
      Pattern.compile("number of transactions actually processed: (\\d+)");
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
  private static final int JOBS = 60_000;

  public static void main(String[] args) throws Exception {
    Path pgbench = Path.of(args[0]);
    int pairs = Integer.parseInt(args[1]);
    try (var bench = new Bench()) {
      var instance = bench.instance();
      worked(bench, instance);
      var ratios = new ArrayList<Double>();
      for (int pair = 0; pair < pairs; pair++) {
        double reference = referred(bench, pgbench);
        double subject = worked(bench, instance);
        ratios.add(subject / reference);
        System.out.printf(
            Locale.ROOT,
            "pgbench %,.0f jobs/s, worker %,.0f jobs/s, ratio %.2f%n",
            reference,
            subject,
            subject / reference);
      }
      ratios.sort(null);
      System.out.printf(Locale.ROOT, "median ratio %.2f of %s%n", ratios.get(pairs / 2), ratios);
    }
  }

  private static void fill(Bench bench) throws Exception {
    bench.sql("TRUNCATE job");
    bench.sql(
        "INSERT INTO job (id, kind, payload, priority, due_at, max_attempts) SELECT"
            + " gen_random_uuid(), 'load', '{\"id\":\"018f6a1e\",\"n\":1}', 1, now(), 10"
            + " FROM generate_series(1, "
            + JOBS
            + ")");
    bench.sql("VACUUM ANALYZE job");
    Databases.admin("CHECKPOINT");
  }

  private static double worked(Bench bench, Bench.Instance instance) throws Exception {
    fill(bench);
    double before = done(instance);
    long begun = System.nanoTime();
    var worker = instance.work(PACE, new Doing("load", LIMITS, lease -> Future.succeededFuture()));
    Eventually.that(
        "all jobs to be done", Duration.ofMinutes(2), () -> done(instance) == before + JOBS);
    double seconds = (System.nanoTime() - begun) / 1e9;
    instance.stop(worker);
    return JOBS / seconds;
  }

  private static double done(Bench.Instance instance) {
    return instance.count("jobs_total", "result", "completed");
  }

  private static double referred(Bench bench, Path pgbench) throws Exception {
    fill(bench);
    Path script = Files.writeString(Files.createTempFile("jobs", ".sql"), script());
    int rounds = JOBS / 256 / 2;
    URI url = bench.url();
    var command =
        List.of(
            pgbench.toString(),
            "-n",
            "-M",
            "prepared",
            "-c",
            "2",
            "-j",
            "1",
            "-t",
            "" + rounds,
            "-f",
            script.toString(),
            url.toString());
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    Files.delete(script);
    return number(TRANSACTIONS, said) * 256 / (number(TRANSACTIONS, said) / number(RATE, said));
  }

  private static double number(Pattern pattern, String text) {
    var found = pattern.matcher(text);
    if (!found.find()) {
      throw new IllegalStateException("pgbench said: " + text);
    }
    return Double.parseDouble(found.group(1));
  }

  private static String script() {
    String claim =
        LeaseSql.CLAIM
            .replace("$1", "'{load}'")
            .replace("$2", "'{256}'")
            .replace("$3", "'{60000}'")
            .replaceFirst("UPDATE job", ", claimed AS (UPDATE job")
            .strip();
    return oneLine(
            claim
                + ") SELECT array_agg(id)::text AS ids, array_agg(token)::text AS tokens FROM"
                + " claimed")
        + " \\gset\n"
        + oneLine(LeaseSql.COMPLETE.replace("$1", ":ids").replace("$2", ":tokens"))
        + ";\n";
  }

  private static String oneLine(String statement) {
    return statement.strip().replaceAll("\\s+", " ");
  }

  private JobThroughput() {}
}
