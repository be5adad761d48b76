package systems.voltaic.magnetiq.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
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
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.db.Page;
import systems.voltaic.magnetiq.db.Paging;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.testkit.Eventually;

class OpenJobsIT {

  private static final Caller READER =
      new Caller("reader", "local", "r1", "getJob", Language.EN, Set.of("jobs:read"));

  private Bench bench;
  private Bench.Instance instance;

  @BeforeEach
  void open() {
    bench = new Bench();
    instance = bench.instance();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void park() throws Exception {
    bench.sql(
        "UPDATE job SET state = 'parked', parked_at = now() - interval '10 days', attempts = 10,"
            + " last_error = 'refused', version = version + 1");
  }

  @Test
  void listsNewestFirstPageByPageWithoutPayloads() {
    instance.enqueue(Bench.drafts("a", 5));
    instance.enqueue(Bench.drafts("b", 2));
    var seen = new ArrayList<UUID>();
    Optional<String> cursor = Optional.empty();
    do {
      var page = list(Optional.of("a"), Paging.of(2, cursor));
      assertThat(page.total()).isEqualTo(5);
      page.items().forEach(job -> seen.add(job.id()));
      assertThat(page.items()).allMatch(job -> job.payload() == null);
      cursor = Optional.ofNullable(page.nextCursor());
    } while (cursor.isPresent());

    assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    assertThat(list(Optional.empty(), Paging.of(20, Optional.empty())).items()).hasSize(7);
  }

  private Page<Job> list(Optional<String> kind, Paging paging) {
    return instance.open.list(Bench.CALLER, Optional.of(Job.State.WAITING), kind, paging).await();
  }

  @Test
  void showsThePayloadOnlyToWhoManagesJobs() {
    var id = instance.enqueue(Job.Draft.of("mail", Map.of("to", "ada@example.com")));

    assertThat(instance.open.byId(READER, id).await().payload()).isNull();
    assertThat(instance.open.byId(Bench.CALLER, id).await().payload().toString())
        .contains("ada@example.com");
  }

  @Test
  void replaysAParkedJobFromItsFirstTry() throws Exception {
    var id = instance.enqueue(Job.Draft.of("mail", 1));
    park();

    var job = instance.open.replay(Bench.CALLER, id).await();

    assertThat(job.state()).isEqualTo(Job.State.WAITING);
    assertThat(job.attempts()).isZero();
    assertThat(bench.value("SELECT action || ' ' || actor FROM audit"))
        .isEqualTo("job.replay system:test");
    instance.work(Doing.of("mail", lease -> Future.succeededFuture()));
    Eventually.that("the job to be done", bench::isEmpty);
  }

  @Test
  void refusesToReplayBesideANewerTwin() throws Exception {
    var id = instance.enqueue(Job.Draft.of("page", 1).unique("7"));
    park();
    instance.enqueue(Job.Draft.of("page", 2).unique("7"));

    assertFault(Fault.Kind.CONFLICT, instance.open.replay(Bench.CALLER, id));
  }

  @Test
  void refusesToTouchAJobThatRuns() throws Exception {
    var id = instance.enqueue(Job.Draft.of("mail", 1));
    bench.sql("UPDATE job SET state = 'leased', token = 1");

    assertFault(Fault.Kind.CONFLICT, instance.open.replay(Bench.CALLER, id));
    assertFault(Fault.Kind.CONFLICT, instance.open.cancel(Bench.CALLER, id, 1));
  }

  @Test
  void cancelsTheVersionThatWasRead() throws Exception {
    var id = instance.enqueue(Job.Draft.of("mail", 1));

    assertFault(Fault.Kind.STALE, instance.open.cancel(Bench.CALLER, id, 7));
    instance.open.cancel(Bench.CALLER, id, 1).await();

    assertThat(bench.isEmpty()).isTrue();
    assertFault(Fault.Kind.NOT_FOUND, instance.open.cancel(Bench.CALLER, id, 1));
    assertThat(bench.value("SELECT count(*) FROM audit")).isEqualTo("1");
  }

  @Test
  void tellsTheMailAndTheDeliveryWhoseJobIsCancelled() throws Exception {
    var mail = instance.ids.get();
    bench.sql(
        "INSERT INTO mail (id, template, recipient, subject, language, headers, html, text)"
            + " VALUES ('%s', 'test', 'ada@example.com', 's', 'en', '{}', '', '')".formatted(mail));
    var delivery = instance.ids.get();
    bench.sql(
        "INSERT INTO webhook (id, url, events, sealed_secret, active)"
            + " VALUES ('%s', 'https://example.com', '{}', '', true)".formatted(delivery));
    bench.sql(
        "INSERT INTO webhook_delivery (id, webhook_id, event, payload)"
            + " VALUES ('%1$s', '%1$s', 'webhook.test', '{}')".formatted(delivery));

    cancel(Job.Draft.of("mail.send", Map.of("mail", mail)));
    cancel(Job.Draft.of("webhook.deliver", Map.of("delivery", delivery)));

    String told = "failed: somebody took its job out of the queue";
    assertThat(bench.value("SELECT state || ': ' || last_error FROM mail")).isEqualTo(told);
    assertThat(bench.value("SELECT state || ': ' || last_error FROM webhook_delivery"))
        .isEqualTo(told);
    assertThat(bench.value("SELECT count(*) FROM audit WHERE before::text LIKE '%payload%'"))
        .isEqualTo("0");
  }

  private void cancel(Job.Draft draft) {
    instance.open.cancel(Bench.CALLER, instance.enqueue(draft), 1).await();
  }

  private static void assertFault(Fault.Kind kind, Future<?> answer) {
    assertThatThrownBy(answer::await)
        .isInstanceOfSatisfying(Fault.class, f -> assertThat(f.kind()).isEqualTo(kind));
  }

  @Test
  void purgesOnlyWhatWasParkedLongAgo() throws Exception {
    instance.enqueue(Bench.drafts("mail", 3));
    park();
    instance.enqueue(Bench.drafts("mail", 2));

    assertThat(purge("mail", 11)).isZero();
    assertThat(purge("page", 9)).isZero();
    assertThat(purge("mail", 9)).isEqualTo(3);
    assertThat(bench.value("SELECT count(*) FROM job")).isEqualTo("2");
  }

  private int purge(String kind, int days) {
    return instance.open.purge(Bench.CALLER, Optional.of(kind), Duration.ofDays(days)).await();
  }

  @Test
  void showsDepthAndOldestAgeByKind() throws Exception {
    instance.enqueue(Bench.drafts("mail", 3));
    park();
    instance.enqueue(Bench.drafts("mail", 2));
    instance.enqueue(Job.Draft.of("mail", 1).delayedBy(Duration.ofHours(1)));
    instance.enqueue(Bench.drafts("page", 1));
    bench.sql("UPDATE job SET due_at = now() - interval '90 seconds' WHERE kind = 'page'");

    var sampler = new JobSampler(instance.vertx, instance.db, instance.meters);
    sampler.sample().await();
    sampler.stop();

    assertThat(depth("mail", "waiting")).isEqualTo(2);
    assertThat(depth("mail", "delayed")).isEqualTo(1);
    assertThat(depth("mail", "parked")).isEqualTo(3);
    assertThat(gauge("jobs_oldest_age_seconds", List.of("kind", "page"))).isBetween(90.0, 100.0);
    assertThat(sampler.latest()).hasSize(4);
  }

  private double depth(String kind, String state) {
    return gauge("jobs_depth", List.of("kind", kind, "state", state));
  }

  private double gauge(String name, List<String> tags) {
    return instance.meters.get(name).tags(tags.toArray(String[]::new)).gauge().value();
  }
}
