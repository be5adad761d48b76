package systems.voltaic.magnetiq.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProgramsTest {

  @Test
  void closesWithOneLineThatNamesTestsAndTheCommand() {
    var line = new Programs.ClosingLine();
    line.add(Set.of(Program.NGINX), "NginxTemplateIT");
    line.add(EnumSet.of(Program.NGINX, Program.CHROMIUM), "BrowserTest");

    assertThat(line.text())
        .isEqualTo(
            "Skipped for want of programs: BrowserTest, NginxTemplateIT."
                + " To run them: apt-get install chromium-headless-shell nginx");
  }

  @Test
  void findsWhatIsMissingAndWhereTheRestIs() {
    for (var program : Program.values()) {
      var missing = Programs.missing(Set.of(program));
      if (program.isInstalled()) {
        assertThat(missing).isEmpty();
        assertThat(program.path()).isExecutable();
      } else {
        assertThat(missing).containsExactly(program);
        assertThatThrownBy(program::path).hasMessageContaining("apt-get install");
      }
    }
  }
}
