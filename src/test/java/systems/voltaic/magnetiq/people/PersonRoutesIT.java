package systems.voltaic.magnetiq.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.StaffInstance;
import systems.voltaic.magnetiq.testkit.Visitor;

/** What can be done to many at once, over HTTP on the whole program. */
class PersonRoutesIT {

  private static StaffInstance at;
  private static Visitor admin;

  @BeforeAll
  static void start() throws IOException {
    at = StaffInstance.start(Map.of());
    at.person("Adam", "admin");
    admin = at.session("Adam");
  }

  @AfterAll
  static void stop() {
    at.close();
  }

  @Test
  void takesAHundredAtMost() throws IOException {
    assertThat(bulk(some(0)).status()).isEqualTo(400);
    assertThat(bulk(some(101)).status()).isEqualTo(400);
    assertThat(bulk(some(100)).json().path("refused")).hasSize(100);
  }

  @Test
  void doesItToWhomeverItMay() throws IOException {
    UUID editor = at.person("Edda", "editor");
    UUID owner = at.person("Olga", "super_admin");

    var outcome = bulk(List.of(editor, owner)).json();

    assertThat(outcome.path("done").toString()).isEqualTo("[\"" + editor + "\"]");
    assertThat(outcome.at("/refused/0/code").asText()).isEqualTo("rank");
  }

  private static List<UUID> some(int many) {
    return Stream.generate(UUID::randomUUID).limit(many).toList();
  }

  private static Visitor.Answer bulk(List<UUID> ids) throws IOException {
    return at.post(admin, "/people/bulk", Map.of("ids", ids, "act", "signOut"));
  }
}
