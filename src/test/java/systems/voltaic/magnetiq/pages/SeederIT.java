package systems.voltaic.magnetiq.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.testkit.Sql;

class SeederIT {

  private PageRoom room;

  @BeforeEach
  void open() {
    room = new PageRoom();
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void ofInstancesThatStartTogetherOneSeeds() {
    var starts = IntStream.range(0, 3).mapToObj(i -> room.seeder().seed("demo-small")).toList();
    Future.all(starts).await();

    assertThat(pages()).isEqualTo(5);
    assertThat(room.changes).hasValue(1);
    assertThat(Sql.number(room.url, "SELECT count(*) FROM audit WHERE action = 'pages.seeded'"))
        .isEqualTo(1);
  }

  @Test
  void seedsNothingTwice() {
    room.seeder().seed("demo-small").await();
    Sql.run(room.url, "DELETE FROM page");

    room.seeder().seed("demo-small").await();

    assertThat(pages()).isZero();
  }

  @Test
  void leavesAnInstallationAloneThatHasPagesOfItsOwn() {
    String own = "INSERT INTO page (id, type) VALUES (gen_random_uuid(), 'page')";
    Sql.run(room.url, own);

    room.seeder().seed("demo-small").await();
    assertThat(pages()).isEqualTo(1);

    Sql.run(room.url, "DELETE FROM page");
    room.seeder().seed("demo-small").await();
    assertThat(pages()).isZero();
  }

  @Test
  void givesTheSamePagesTheSameIdsEverywhere() {
    room.seeder().seed("demo-small").await();
    try (var other = PageRoom.seeded()) {
      String ids = "SELECT id FROM page ORDER BY id";
      assertThat(Sql.column(room.url, ids)).isEqualTo(Sql.column(other.url, ids));
    }
  }

  @Test
  void saysWhatIsWrongWithADemoPage() {
    assertThatThrownBy(() -> room.seeder().seed("demo-broken").await())
        .hasMessageContaining("wrong.yaml (en): /blocks/0 required")
        .hasMessageContaining("/blocks/1/type enum")
        .hasMessageContaining("menus.yaml (en main): /0/label");
    assertThat(pages()).isZero();
  }

  @Test
  void needsNoDemo() {
    room.seeder().seed("no-such-folder").await();

    assertThat(Sql.number(room.url, "SELECT count(*) FROM seed")).isZero();
  }

  private int pages() {
    return Sql.number(room.url, "SELECT count(*) FROM page");
  }
}
