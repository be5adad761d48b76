package systems.voltaic.magnetiq.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.Sql;

/** Whoever has the database alone changes nothing unseen. */
class ManipulationIT {

  private record Manipulation(String does, String sql, long seal, String says) {
    static Manipulation of(Map<String, Object> row) {
      return new Manipulation(
          (String) row.get("does"),
          (String) row.get("sql"),
          (Integer) row.get("seal"),
          (String) row.get("says"));
    }

    @Override
    public String toString() {
      return does;
    }
  }

  private static URI original;

  private AuditRoom room;

  static List<Manipulation> manipulations() throws IOException {
    try (var text = ManipulationIT.class.getResourceAsStream("/audit/manipulations.yaml")) {
      List<Map<String, Object>> rows = new Yaml().load(text);
      return rows.stream().map(Manipulation::of).toList();
    }
  }

  @BeforeAll
  static void sealFiveTimes() {
    original = Databases.fresh();
    try (var writer = new AuditRoom(original)) {
      for (int i = 0; i < 5; i++) {
        writer.record(5);
        assertThat(writer.sealAll()).isEqualTo(5);
        Sql.value(original, "SELECT nextval('audit_position')");
      }
    }
  }

  @BeforeEach
  void copy() {
    room = new AuditRoom(Databases.copy(original));
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void findsNothingWhereNothingWasChanged() {
    Verdict verdict = room.look();

    assertThat(verdict.firstBroken()).isNull();
    assertThat(verdict.intact()).isTrue();
    assertThat(verdict.entries()).isEqualTo(25);
    assertThat(verdict.seals()).isEqualTo(5);
    assertThat(verdict.unsealed()).isZero();
  }

  @ParameterizedTest
  @MethodSource("manipulations")
  void finds(Manipulation manipulation) {
    room.sql(manipulation.sql());

    Verdict verdict = room.look();

    assertThat(verdict.intact()).isFalse();
    assertThat(verdict.firstBroken().reason()).contains(manipulation.says());
    assertThat(verdict.firstBroken().seal()).isEqualTo(manipulation.seal());
  }

  @Test
  void namesTheEntryThatWasChanged() {
    String id = Sql.value(room.database, "SELECT id FROM audit WHERE position = 10");
    room.sql("UPDATE audit SET actor = 'person:other' WHERE position = 10");

    assertThat(room.look().firstBroken().reason()).isEqualTo("entry " + id + " was changed");
  }

  @Test
  void findsAChainThatWasSealedAnewWithAnotherKey() {
    room.sql(
        "UPDATE audit SET actor = 'person:other' WHERE position = 8; DELETE FROM audit_seal;"
            + " UPDATE audit_head SET seal = 0, hash = '', key = '', signature = ''");
    try (var stranger = new AuditRoom(room.database, "the key of a stranger", null)) {
      assertThat(stranger.sealAll()).isEqualTo(25);
      assertThat(stranger.look().intact()).isTrue();
    }

    Verdict verdict = room.look();

    assertThat(verdict.intact()).isFalse();
    assertThat(verdict.firstBroken().reason()).contains("signature of this installation");
  }

  @Test
  void findsAnOldHeadThatWasPutBackWhenTheNewestSealWasSeenOrNoted() {
    String noted = room.look().newest();
    String old =
        "UPDATE audit_head SET (seal, hash, key, signature) ="
            + " (SELECT seal, hash, key, signature FROM remembered)";
    room.sql("CREATE TABLE remembered AS SELECT * FROM audit_head");
    room.record(3);
    assertThat(room.sealAll()).isEqualTo(3);
    String newer = room.look().newest();
    room.sql(
        old + "; DELETE FROM audit_seal WHERE number = 6; DELETE FROM audit WHERE position > 30");

    assertThat(room.look().firstBroken().seal()).isEqualTo(6);
    assertThatThrownBy(room::seal).hasMessageContaining("it went back to seal 5");
    try (var restarted = new AuditRoom(room.database)) {
      var verification = restarted.verification;
      assertThat(verification.look(AuditRoom.CALLER, Optional.of(noted)).await().intact()).isTrue();
      Verdict verdict = verification.look(AuditRoom.CALLER, Optional.of(newer)).await();
      assertThat(verdict.firstBroken().reason()).contains("noted earlier and is gone");
    }
  }

  /** Who has the key can seal another past, but not one that was noted elsewhere. */
  @Test
  void findsAnotherPastThatWasSealedWithOurKeyWhenASealOfTheOldOneWasNoted() {
    String noted =
        Sql.value(room.database, "SELECT '1:' || left(hash, 16) FROM audit_seal WHERE number = 1");
    room.sql(
        "UPDATE audit SET actor = 'person:other' WHERE position = 8; DELETE FROM audit_seal;"
            + " UPDATE audit_head SET seal = 0, hash = '', key = '', signature = ''");
    try (var forger = new AuditRoom(room.database)) {
      assertThat(forger.sealAll()).isEqualTo(25);
      assertThat(forger.look().intact()).isTrue();
    }
    try (var auditor = new AuditRoom(room.database)) {
      var verdict = auditor.verification.look(AuditRoom.CALLER, Optional.of(noted)).await();

      assertThat(verdict.firstBroken().reason()).contains("not the one that was noted");
    }
  }

  @Test
  void sealsNothingOnTopOfAChainThatWasShortened() {
    room.sql(
        "DELETE FROM audit_seal WHERE number = 5; UPDATE audit_head SET seal = 4, hash ="
            + " (SELECT hash FROM audit_seal WHERE number = 4)");
    assertThatThrownBy(room::seal).hasMessageContaining("verify-audit");

    room.sql("UPDATE audit_head SET seal = 0, hash = '', key = '', signature = ''");
    assertThatThrownBy(room::seal).isInstanceOf(RuntimeException.class);
  }

  @Test
  void sealsNothingOnTopOfASealThatWasChangedOrIsMissing() {
    room.record(1);
    room.sql("UPDATE audit_seal SET hash = repeat('0', 64) WHERE number = 5");
    assertThatThrownBy(room::seal).hasMessageContaining("newest seal is missing or was changed");

    room.sql("DELETE FROM audit_seal WHERE number = 5");
    assertThatThrownBy(room::seal).hasMessageContaining("newest seal is missing or was changed");
  }

  @Test
  void acceptsSealsOfEarlierKeysUnderOneOfTheCurrentKey() {
    room.close();
    room = new AuditRoom(room.database, "the second key", AuditRoom.KEY);
    room.record(2);
    assertThat(room.look().intact()).isTrue();
    assertThat(room.sealAll()).isEqualTo(2);
    room.close();

    room = new AuditRoom(room.database, "the third key", "the second key");
    assertThat(room.look().intact()).isTrue();
    room.sql("UPDATE audit SET actor = 'person:other' WHERE position = 8");
    assertThat(room.look().firstBroken().seal()).isEqualTo(2);
  }

  @Test
  void saysSoWhenTheKeyIsNotKnownAtAll() {
    room.close();
    room = new AuditRoom(room.database, "the third key", "the second key");

    assertThat(room.look().intact()).isFalse();
  }
}
