package systems.voltaic.magnetiq.people.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.testkit.Sql;

/** Under which name somebody comes who was invited. */
class ArrivalsIT {

  private static final String NEXT = "forty rusty bicycle bells";

  private final LoginRoom room = new LoginRoom();

  @AfterEach
  void close() {
    room.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u200b", "Ada \u202e Lovelace", "   "})
  void nobodyComesUnderANameThatCannotBeSeen(String hidden) {
    String token = room.token("invite", room.person("ada@example.com", "invited", "editor"));

    Fault refused = LoginIT.refusal(room.post("acceptInvite", arrival(token, hidden)));

    assertThat(refused.code()).isEqualTo("person-rules");
    assertThat(refused.details()).extracting(Fault.Detail::pointer).containsExactly("/name");
    room.post("acceptInvite", arrival(token, "  Ada  ")).await();
    assertThat(Sql.value(room.url, "SELECT name FROM person")).isEqualTo("Ada");
  }

  private static Map<String, String> arrival(String token, String name) {
    return Map.of("token", token, "name", name, "password", NEXT, "language", "de");
  }
}
