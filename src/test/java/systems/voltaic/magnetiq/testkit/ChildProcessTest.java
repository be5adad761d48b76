package systems.voltaic.magnetiq.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir Path folder;

  @Test
  void capturesOutputAndTheExitCode() {
    try (var child = shell("echo out; echo err >&2; exit 3")) {
      assertThat(child.awaitExit(SOON)).isEqualTo(3);
      assertThat(child.output()).containsExactly("out", "err");
    }
  }

  @Test
  void inheritsNothingButThePath() {
    try (var child = ChildProcess.start(List.of("env"), Map.of("NAME", "value"), folder)) {
      child.awaitExit(SOON);
      assertThat(child.output()).hasSize(2).contains("NAME=value");
    }
  }

  @Test
  void givesUpAtOnceWhenTheProgramEndsBeforeTheLine() {
    try (var child = shell("echo sorry")) {
      var start = System.nanoTime();
      assertThatThrownBy(() -> child.awaitLine("ready", SOON)).hasMessageContaining("[sorry]");
      assertThat(System.nanoTime() - start).isLessThan(SOON.toNanos() / 2);
    }
  }

  @Test
  void asksToEndByTerminate() {
    try (var child = shell("trap 'echo bye; exit 0' TERM; echo up; while :; do sleep 0.02; done")) {
      child.awaitLine("up", SOON);
      child.terminate();
      assertThat(child.awaitExit(SOON)).isZero();
      assertThat(child.output()).contains("bye");
    }
  }

  @Test
  void killsEverythingItStarted() {
    try (var child = shell("sleep 77 & echo $!; wait")) {
      var grandchild = Long.parseLong(child.awaitLine("", SOON));
      child.killAll();
      assertThat(ProcessHandle.of(grandchild).filter(ProcStat::isRunning)).isEmpty();
      assertThat(child.awaitExit(SOON)).isEqualTo(137);
    }
  }

  @Test
  void freezesAndThawsAndMeasures() {
    try (var child = shell("while :; do :; done")) {
      Eventually.that("some work", () -> child.cpuTicks() > 3);
      child.pause();
      var frozen = child.cpuTicks();
      assertThat(child.cpuTicks()).isEqualTo(frozen);
      child.resume();
      Eventually.that("more work", () -> child.cpuTicks() > frozen + 2);
      assertThat(child.residentBytes()).isBetween(100_000L, 100_000_000L);
    }
  }

  @Test
  void startsThePlatformFromTheClasspath() {
    try (var child = JavaProcess.platform(Map.of(), folder, "version")) {
      assertThat(child.awaitExit(Duration.ofSeconds(30))).isZero();
      assertThat(child.output()).isNotEmpty();
    }
  }

  private ChildProcess shell(String script) {
    return ChildProcess.start(List.of("sh", "-c", script), Map.of(), folder);
  }
}
