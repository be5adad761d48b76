package systems.voltaic.magnetiq;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.bus.Topics.Changed;

class ChangeNewsTest {

  @Test
  void namesWhatIsNotAsItWas() {
    assertThat(ChangeNews.of("people.updated", "person:1")).contains(new Changed("people", "1"));
    assertThat(ChangeNews.of("job.purge", "job")).contains(new Changed("jobs", null));
    assertThat(ChangeNews.of("session.opened", "person:1")).contains(new Changed("sessions", null));
  }

  @Test
  void namesNoneWhenManyOfAKindChanged() {
    var one = new Changed("people", "1");

    assertThat(ChangeNews.both(one, one)).isEqualTo(one);
    assertThat(ChangeNews.both(one, new Changed("people", "2")))
        .isEqualTo(new Changed("people", null));
  }

  @Test
  void keepsQuietOfWhatChangedNothing() {
    assertThat(ChangeNews.of("login.failed", "person:1")).isEmpty();
    assertThat(ChangeNews.of("audit.verified", "audit")).isEmpty();
  }
}
