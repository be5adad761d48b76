package systems.voltaic.magnetiq.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.Sql;

class SealsIT {

  private AuditRoom room;

  @BeforeEach
  void open() {
    room = new AuditRoom(Databases.fresh());
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void sealsNothingWhereNothingHappened() {
    assertThat(room.seal()).isZero();
    assertThat(room.look().intact()).isTrue();
    assertThat(room.look().seals()).isZero();
  }

  @Test
  void countsWhatIsTooNewForASeal() {
    room.record(2);
    room.sealAll();
    room.record(3);

    Verdict verdict = room.look();

    assertThat(verdict.entries()).isEqualTo(2);
    assertThat(verdict.unsealed()).isEqualTo(3);
  }

  @Test
  void waitsForATransactionThatTookAnEarlierPosition() {
    var written = Promise.<Void>promise();
    var end = Promise.<Void>promise();
    var slow =
        room.db.transaction(
            AuditRoom.CALLER,
            tx ->
                room.audit
                    .record(tx, "thing.slow", "thing:0", null, null)
                    .onComplete(written)
                    .compose(kept -> end.future()));
    written.future().await();
    room.record(3);

    Future<Long> sealing = room.seals.seal(AuditRoom.CALLER);
    room.vertx.timer(400, TimeUnit.MILLISECONDS).await();
    assertThat(sealing.isComplete()).isFalse();
    end.complete();
    slow.await();

    assertThat(sealing.await()).isEqualTo(4);
    assertThat(room.look().intact()).isTrue();
    assertThat(room.look().unsealed()).isZero();
  }

  @Test
  void leavesForTheNextTryWhatATransactionHoldsUpForLong() throws Exception {
    room.record(3);
    try (var open = Sql.open(room.database)) {
      open.setAutoCommit(false);
      open.createStatement().execute("SELECT pg_current_xact_id()");
      assertThat(room.seal()).isZero();
      assertThat(room.waiting().unsealed()).isPresent().isEqualTo(room.waiting().oldest());
      open.rollback();
    }

    assertThat(room.sealAll()).isEqualTo(3);
    assertThat(room.waiting().unsealed()).isEmpty();
    assertThat(room.waiting().oldest()).isPresent();
    assertThat(room.look().intact()).isTrue();
  }

  @Test
  void makesOneChainWhenTwoInstancesSealAndManyWriteAtOnce() {
    try (var other = new AuditRoom(room.database)) {
      List<AuditRoom> rooms = List.of(room, other);
      var writing = Promise.<Void>promise();
      int most = 400;
      write(0, most, writing);
      long sealings = 0;
      while (!writing.future().isComplete()) {
        Future.all(rooms.stream().map(r -> r.seals.seal(AuditRoom.CALLER)).toList()).await();
        sealings++;
      }
      room.sealAll();

      Verdict verdict = other.look();
      assertThat(verdict.firstBroken()).isNull();
      assertThat(verdict.entries()).isEqualTo(most * 4L);
      assertThat(verdict.unsealed()).isZero();
      assertThat(verdict.seals()).isGreaterThan(1).isLessThanOrEqualTo(sealings * 2 + 1);
    }
  }

  /** Transactions of four entries that overlap and end in another order than they began. */
  private void write(int from, int most, Promise<Void> done) {
    if (from >= most) {
      done.complete();
      return;
    }
    var all = IntStream.range(from, from + 8).mapToObj(this::four).toList();
    Future.all(all).onComplete(all8 -> write(from + 8, most, done));
  }

  private Future<Void> four(int number) {
    String subject = "thing:" + number;
    long pause = 1 + number * 7L % 20;
    return room.db.transaction(
        AuditRoom.CALLER,
        tx ->
            room.audit
                .record(tx, "thing.one", subject, null, Map.of("n", number))
                .compose(one -> room.audit.record(tx, "thing.two", subject, null, null))
                .compose(two -> room.vertx.timer(pause, TimeUnit.MILLISECONDS))
                .compose(later -> room.audit.record(tx, "thing.three", subject, null, null))
                .compose(three -> room.audit.record(tx, "thing.four", subject, null, null)));
  }

  @Test
  void provesTwentyThousandEntriesWithinSeconds() {
    Sql.run(
        room.database,
        "INSERT INTO audit (id, actor, client, request_id, action, subject, before, after)"
            + " SELECT gen_random_uuid(), 'person:' || n, '192.0.2.0', 'request-' || n,"
            + " 'page.saved', 'page:' || n, jsonb_build_object('title', repeat('a', 200)),"
            + " jsonb_build_object('title', repeat('b', 200)) FROM generate_series(1, 20000) n");
    long begun = System.nanoTime();
    assertThat(room.sealAll()).isEqualTo(20_000);
    long sealed = System.nanoTime();
    Verdict verdict = room.look();
    long proven = System.nanoTime();

    System.out.printf(
        "20000 entries: sealed in %d ms, proven in %d ms%n",
        (sealed - begun) / 1_000_000, (proven - sealed) / 1_000_000);
    assertThat(verdict.intact()).isTrue();
    assertThat(verdict.entries()).isEqualTo(20_000);
    assertThat(verdict.seals()).isEqualTo(20);
    assertThat(proven - sealed).isLessThan(TimeUnit.SECONDS.toNanos(8));
  }

  @Test
  void notesHowTheLastLookEnded() {
    room.record(3);
    room.sealAll();
    assertThat(room.verification.last(AuditRoom.CALLER).await()).isEmpty();

    room.verification.verify(AuditRoom.CALLER).await();

    var noted = room.verification.last(AuditRoom.CALLER).await().orElseThrow();
    assertThat(noted.verdict().intact()).isTrue();
    assertThat(noted.verdict().entries()).isEqualTo(3);
    assertThat(Sql.value(room.database, "SELECT action FROM audit ORDER BY position DESC LIMIT 1"))
        .isEqualTo("audit.verified");
  }
}
