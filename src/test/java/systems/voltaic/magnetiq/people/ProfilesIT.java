package systems.voltaic.magnetiq.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Base64;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.fault.Fault;

/** What somebody changes of himself. */
class ProfilesIT {

  private static PeopleRoom room;

  @BeforeAll
  static void open() {
    room = new PeopleRoom();
  }

  @AfterAll
  static void close() {
    room.close();
  }

  @Test
  void changesOnesOwnNameLanguageAndZone() {
    UUID viewer = room.person("vera", "viewer");
    var patch = new Profiles.Patch("Vera Viewer", Language.DE, "America/New_York");

    room.profiles.update(room.as(viewer), patch, 1).await();

    Person now = room.people.byId(room.as(viewer), viewer).await();
    assertThat(now.name()).isEqualTo("Vera Viewer");
    assertThat(now.zone()).isEqualTo("America/New_York");
    assertFault("stale", () -> room.profiles.update(room.as(viewer), patch, 1).await());
    assertThat(room.audited()).contains("people.profile-changed").doesNotContain("Vera Viewer");
  }

  @Test
  void keepsAndShowsAPicture() throws IOException {
    UUID person = room.person("pia", "viewer");
    byte[] picture = PictureTest.drawn("png", 64, 64);

    room.profiles.setAvatar(room.as(person), upload("image/png", picture)).await();

    var shown = room.profiles.avatar(room.as(room.person("other", "viewer")), person).await();
    assertThat(shown.bytes().getBytes()).isEqualTo(picture);
    assertThat(room.people.byId(room.as(person), person).await().hasAvatar()).isTrue();
    room.profiles.removeAvatar(room.as(person)).await();
    room.profiles.removeAvatar(room.as(person)).await();
    assertFault("not-found", () -> room.profiles.avatar(room.as(person), person).await());
  }

  @Test
  void refusesWhatIsNoPictureOfItsType() throws IOException {
    UUID person = room.person("rita", "viewer");
    byte[] png = PictureTest.drawn("png", 8, 8);
    byte[] wide = PictureTest.drawn("png", 1025, 8);

    for (var upload :
        new Profiles.Upload[] {
          upload("image/jpeg", png),
          upload("image/png", wide),
          upload("image/png", new byte[Picture.LARGEST + 1]),
          upload("image/webp", "<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
          new Profiles.Upload("image/png", "A")
        }) {
      assertFault("person-rules", () -> room.profiles.setAvatar(room.as(person), upload).await());
    }
  }

  private static Profiles.Upload upload(String type, byte[] bytes) {
    return new Profiles.Upload(type, Base64.getEncoder().encodeToString(bytes));
  }

  private static void assertFault(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Fault.class, f -> assertThat(f.code()).isEqualTo(code));
  }
}
