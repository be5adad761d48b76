package systems.voltaic.magnetiq.people.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.StaffInstance;
import systems.voltaic.magnetiq.testkit.Visitor;

/** Whoever's session may have been copied hears of it, from the whole program. */
final class ReuseNewsIT {

  @Test
  void thePersonIsToldOnceByMail() throws IOException {
    try (var at = StaffInstance.start(Map.of())) {
      at.person("Ines", "editor");
      var login = at.login("Ines");
      String cookie = SessionRoom.cookie(login.header("set-cookie"));
      var headers = Map.of("Cookie", cookie, "X-CSRF-Token", login.json().path("csrf").asText());

      assertThat(refresh(at, headers).status()).isEqualTo(200);
      assertThat(at.letters("Ines")).isEmpty();
      at.clock.advance(Refreshing.GRACE.plus(Duration.ofSeconds(1)));
      assertThat(refresh(at, headers).status()).isEqualTo(401);
      assertThat(refresh(at, headers).status()).isEqualTo(401);

      assertThat(at.letters("Ines")).containsExactly("session-reused");
    }
  }

  private static Visitor.Answer refresh(StaffInstance at, Map<String, String> headers)
      throws IOException {
    return at.visitor().send("POST", "/api/v1/auth/refresh", headers, "");
  }
}
