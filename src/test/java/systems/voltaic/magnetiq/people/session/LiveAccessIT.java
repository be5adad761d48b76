package systems.voltaic.magnetiq.people.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.db.CountedDb;

/** What an instance remembers of a session is good as long as the clock says so. */
class LiveAccessIT {

  private SessionRoom room;
  private CountedDb db;
  private UUID session;

  @BeforeEach
  void open() {
    room = new SessionRoom().started();
    room.version.start().await();
    db = new CountedDb(room.db);
    session = room.open().session();
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void forgetsWhereNobodyDoesAnything() {
    LiveAccess live = live(Duration.ofMinutes(30));
    assertThat(known(live)).isPresent();

    room.clock.advance(Duration.ofMinutes(31));
    assertThat(known(live)).isPresent();
    assertThat(db.statements()).isOne();
    room.clock.advance(Duration.ofSeconds(1));
    assertThat(known(live)).isEmpty();
  }

  @Test
  void forgetsAfterAWeekHoweverBusy() {
    LiveAccess live = live(Duration.ofDays(30));
    assertThat(known(live)).isPresent();

    room.clock.advance(Duration.ofDays(7).minusSeconds(1));
    assertThat(known(live)).isPresent();
    assertThat(db.statements()).isOne();
    room.clock.advance(Duration.ofSeconds(1));
    assertThat(known(live)).isEmpty();
  }

  private LiveAccess live(Duration idle) {
    var lifetimes = new Lifetimes(Duration.ofMinutes(15), Duration.ofDays(7), idle);
    return new LiveAccess(
        db, room.db, room.version, Rights.packaged(Set.of()), () -> lifetimes, room.clock);
  }

  private Optional<Known> known(LiveAccess live) {
    return live.session(session, Instant.EPOCH).await();
  }
}
