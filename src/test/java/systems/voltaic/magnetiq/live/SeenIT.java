package systems.voltaic.magnetiq.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.testkit.Databases;

/** Who may see that somebody is somewhere. */
class SeenIT {

  private static final UUID LEADER = UUID.randomUUID();
  private static final UUID WRITER = UUID.randomUUID();
  private static final UUID VIEWER = UUID.randomUUID();

  private final LiveRoom room = new LiveRoom(Databases.fresh());

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void showsEverybodyOnlyToWhoMayReadAboutPeople() {
    OpenPage leader = room.open(LEADER, "people:read");
    OpenPage writer = room.open(WRITER, "content:read");
    OpenPage viewer = room.open(VIEWER, "self");

    leader.here("/admin/pages/1");
    writer.here("/admin/pages/2");
    viewer.here("/admin/profile");
    assertThat(leader.next("presence", VIEWER.toString()).toString()).contains(WRITER.toString());
    writer.next("presence", WRITER.toString());
    viewer.next("presence", "people");

    assertHeardNothingOf(writer, LEADER, VIEWER);
    assertHeardNothingOf(viewer, LEADER, WRITER, VIEWER);
  }

  @Test
  void showsWhoWritesWhoElseIsAtTheSamePage() {
    OpenPage writer = room.open(WRITER, "content:read");
    OpenPage leader = room.open(LEADER, "people:read");

    leader.here("/admin/pages/1");
    leader.next("presence", LEADER.toString());
    writer.here("/admin/pages/1");

    writer.next("presence", LEADER.toString());
  }

  @Test
  void greetsNobodyWithMoreThanHeMaySee() {
    OpenPage leader = room.open(LEADER, "people:read");
    leader.here("/admin/pages/1");
    leader.next("presence", LEADER.toString());

    OpenPage viewer = room.open(VIEWER, "self");
    OpenPage writer = room.open(WRITER, "content:read");

    viewer.next("hello", "presence");
    writer.next("hello", "presence");
    assertHeardNothingOf(viewer, LEADER);
    assertHeardNothingOf(writer, LEADER);
    room.open(LEADER, "people:read").next("hello", LEADER.toString());
  }

  private static void assertHeardNothingOf(OpenPage page, UUID... people) {
    for (UUID person : people) {
      assertThat(page.heard).noneMatch(frame -> frame.toString().contains(person.toString()));
    }
  }
}
