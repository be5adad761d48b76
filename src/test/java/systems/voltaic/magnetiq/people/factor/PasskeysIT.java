package systems.voltaic.magnetiq.people.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systems.voltaic.magnetiq.StaffInstance;

/** Passkeys that are made, kept, named and removed, over HTTP. */
final class PasskeysIT {

  private static StaffInstance at;

  @BeforeAll
  static void start() {
    at = StaffInstance.start(Map.of());
  }

  @AfterAll
  static void stop() {
    at.close();
  }

  private static int number;

  private static Holding somebody() throws IOException {
    number++;
    return new Holding(at, "Person" + number);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("systems.voltaic.magnetiq.people.factor.Bent#always")
  void refusesToKeepAPasskeyWith(String name, Consumer<SoftKey> how) throws IOException {
    var rob = somebody();
    var key = rob.key();
    how.accept(key);

    assertThat(rob.enrolKey(key).status()).isEqualTo(422);
    assertThat(at.get(rob.session, "/me/factors").path("passkeys")).isEmpty();
  }

  @Test
  void refusesAPasskeyThatIsThereAlready() throws IOException {
    var sue = somebody();
    var key = sue.key();
    sue.enrolKey(key);
    var tom = somebody();

    assertThat(tom.enrolKey(key).status()).isEqualTo(409);
  }

  @Test
  void keepsTenAtMost() throws IOException {
    var uwe = somebody();
    for (int i = 0; i < 10; i++) {
      assertThat(uwe.enrolKey(uwe.key()).status()).isEqualTo(201);
    }

    var refused = at.post(uwe.session, "/me/factors/passkeys/options", null);

    assertThat(refused.json().path("type").asText()).contains("passkeys-full");
  }

  @Test
  void renamesAndRemovesOnesOwnOnly() throws IOException {
    var vic = somebody();
    JsonNode made = vic.enrolKey(vic.key()).json();
    var wim = somebody();
    String path = "/api/v1/me/factors/passkeys/" + made.path("id").asText();
    String name = "{\"name\": \"Blue one\"}";

    assertThat(wim.session.send("PATCH", path, Map.of(), name).status()).isEqualTo(404);
    assertThat(wim.session.send("DELETE", path, Map.of(), "").status()).isEqualTo(404);
    assertThat(vic.session.send("PATCH", path, Map.of(), name).json().path("name").asText())
        .isEqualTo("Blue one");
    assertThat(vic.session.send("DELETE", path, Map.of(), "").status()).isEqualTo(204);
    assertThat(at.letters(vic.name)).containsExactly("passkey-added", "passkey-removed");
  }

  @Test
  void keepsTenEvenWhenTwoWereBegunAtNine() throws IOException {
    var xaver = somebody();
    for (int i = 0; i < 9; i++) {
      xaver.enrolKey(xaver.key());
    }
    JsonNode one = at.post(xaver.session, "/me/factors/passkeys/options", null).json();
    JsonNode other = at.post(xaver.session, "/me/factors/passkeys/options", null).json();

    assertThat(xaver.addKey(xaver.key(), one).status()).isEqualTo(201);
    assertThat(xaver.addKey(xaver.key(), other).status()).isEqualTo(422);
  }

  @Test
  void isKeptForWhoBeganIt() throws IOException {
    var yves = somebody();
    var zora = somebody();
    JsonNode asked = at.post(yves.session, "/me/factors/passkeys/options", null).json();

    assertThat(zora.addKey(zora.key(), asked).status()).isEqualTo(422);
    assertThat(at.get(zora.session, "/me/factors").path("passkeys")).isEmpty();
  }
}
