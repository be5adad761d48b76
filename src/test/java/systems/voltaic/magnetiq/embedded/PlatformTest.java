package systems.voltaic.magnetiq.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlatformTest {
  @Test
  void knowsTheMachinesThereAreProgramsFor() throws EmbeddedFailure {
    assertThat(Platform.of("Linux", "amd64")).isEqualTo(Platform.LINUX_AMD64);
    assertThat(Platform.of("Linux", "aarch64")).isEqualTo(Platform.LINUX_ARM64);
    assertThat(Platform.of("Mac OS X", "aarch64")).isEqualTo(Platform.MAC_ARM64);
  }

  @Test
  void refusesOthersAndSaysWhatToDo() {
    assertThatThrownBy(() -> Platform.of("Windows 11", "amd64"))
        .isInstanceOf(EmbeddedFailure.class)
        .hasMessage(
            "There is no embedded Postgres and Redis for Windows 11 on amd64:"
                + " set DATABASE_URL and REDIS_URL to servers of your own.");
    assertThatThrownBy(() -> Platform.of("Mac OS X", "x86_64"))
        .hasMessageContaining("set DATABASE_URL");
    assertThatThrownBy(() -> Platform.of("Linux", "s390x")).hasMessageContaining("on s390x");
  }
}
