package systems.voltaic.magnetiq.people.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import systems.voltaic.magnetiq.StaffInstance;
import systems.voltaic.magnetiq.testkit.Sql;
import systems.voltaic.magnetiq.testkit.Visitor;

/** The list on paper, over HTTP on the whole program. */
final class RecoveryIT {

  private static StaffInstance at;

  @BeforeAll
  static void start() {
    at = StaffInstance.start(Map.of());
  }

  @AfterAll
  static void stop() {
    at.close();
  }

  @Test
  void oneOfFiftyWithTheSameRecoveryCodeGetsIn() throws Exception {
    var hal = Holding.withPhone(at, "Hal");
    List<String> tickets = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      tickets.add(hal.ticket());
    }
    String code = hal.codes.get(3);

    List<Integer> statuses =
        Holding.together(
            tickets.stream()
                .<Callable<Visitor.Answer>>map(t -> () -> hal.complete(t, "recoveryCode", code))
                .toList());

    assertThat(statuses).filteredOn(s -> s == 200).hasSize(1);
    assertThat(at.get(hal.session, "/me/factors").path("recoveryCodes").asInt()).isEqualTo(9);
    assertThat(at.letters("Hal")).containsOnlyOnce("recovery-code-used");
  }

  @Test
  void newRecoveryCodesMakeTheOldOnesWorthless() throws IOException {
    var rob = Holding.withPhone(at, "Rob");
    JsonNode fresh = at.post(rob.session, "/me/factors/recovery-codes", null).json();

    assertThat(fresh.path("recoveryCodes")).hasSize(10);
    assertThat(rob.complete(rob.ticket(), "recoveryCode", rob.codes.get(0)).status())
        .isEqualTo(422);
    String code = fresh.path("recoveryCodes").path(0).asText();
    assertThat(rob.complete(rob.ticket(), "recoveryCode", code).status()).isEqualTo(200);
  }

  @Test
  void recoveryCodesGoWithTheLastFactor() throws IOException {
    var sue = Holding.withPhone(at, "Sue");

    assertThat(at.delete(sue.session, "/me/factors/totp").status()).isEqualTo(204);

    assertThat(at.get(sue.session, "/me/factors").path("recoveryCodes").asInt()).isZero();
    assertThat(at.login("Sue").json().path("state").asText()).isEqualTo("signedIn");
    assertThat(at.letters("Sue")).containsExactly("totp-added", "totp-removed");
  }

  @Test
  void eachIsGoodOnce() throws IOException {
    var ian = Holding.withPhone(at, "Ian");
    String code = ian.codes.get(0);

    assertThat(ian.complete(ian.ticket(), "recoveryCode", code).status()).isEqualTo(200);
    assertThat(ian.complete(ian.ticket(), "recoveryCode", code).status()).isEqualTo(422);
    assertThat(ian.complete(ian.ticket(), "recoveryCode", ian.codes.get(1)).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"totp, /code", "recoveryCode, /code", "passkey, /credential"})
  void saysWhatIsMissing(String kind, String field) throws IOException {
    var answer = at.post(at.visitor(), "/auth/factors", Map.of("ticket", "made-up", "kind", kind));

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.json().path("errors").path(0).path("pointer").asText()).isEqualTo(field);
  }

  @Test
  void theAuditSaysWhoSignedIn() throws IOException {
    var abe = Holding.withPhone(at, "Abe");
    abe.complete(abe.ticket(), "recoveryCode", abe.codes.get(0));

    assertThat(
            Sql.column(
                at.database,
                "SELECT action || ' ' || (actor = subject) FROM audit WHERE subject = 'person:%s'"
                        .formatted(abe.id)
                    + " AND action IN ('factors.recoveryCodeUsed', 'session.opened',"
                    + " 'login.succeeded') ORDER BY id DESC LIMIT 3"))
        .containsExactlyInAnyOrder(
            "factors.recoveryCodeUsed true", "session.opened true", "login.succeeded true");
  }
}
