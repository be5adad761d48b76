package systems.voltaic.magnetiq.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systems.voltaic.magnetiq.testkit.FakeClock;
import systems.voltaic.magnetiq.testkit.SelfSigned;

class ProbesTest {

  private static final Vertx VERTX = Vertx.vertx();
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  @TempDir Path folder;

  @AfterAll
  static void close() {
    VERTX.close().await();
  }

  @Test
  void aDiskWarnsAtEightyAndFailsAtNinetyFivePercent() {
    assertThat(DiskProbe.judge(1000, 201).status()).isEqualTo(Finding.Status.UP);
    assertThat(DiskProbe.judge(1000, 200).status()).isEqualTo(Finding.Status.DEGRADED);
    assertThat(DiskProbe.judge(1000, 51).status()).isEqualTo(Finding.Status.DEGRADED);
    assertThat(DiskProbe.judge(1000, 50).status()).isEqualTo(Finding.Status.DOWN);
  }

  @Test
  void aRealDiskHasSize() {
    Finding finding = DiskProbe.of("disk", VERTX, folder).check().await();
    assertThat((Long) finding.details().get("freeBytes")).isPositive();
  }

  @Test
  void aFolderThatIsYetToBeMadeIsJudgedByTheDiskAroundIt() {
    Finding finding = DiskProbe.of("disk", VERTX, folder.resolve("a/b")).check().await();
    assertThat((Long) finding.details().get("freeBytes")).isPositive();
  }

  @Test
  void aCertificateWarnsTwoWeeksAhead() {
    assertThat(expiringIn(Duration.ofDays(14))).isEqualTo(Finding.Status.UP);
    assertThat(expiringIn(Duration.ofDays(14).minusSeconds(1))).isEqualTo(Finding.Status.DEGRADED);
    assertThat(expiringIn(Duration.ZERO)).isEqualTo(Finding.Status.DOWN);
  }

  @Test
  void aCertificateFileIsRead() {
    Path pem = SelfSigned.certificate().certificatePem(folder);
    var clock = new FakeClock(Instant.now());
    Finding finding = CertificateProbe.of(VERTX, clock, pem).check().await();
    assertThat((Long) finding.details().get("daysLeft")).isBetween(28L, 30L);
  }

  @Test
  void aLogFileThatIsGoneIsNotWritable() throws Exception {
    Path file = Files.createFile(folder.resolve("magnetiq.log"));
    Probe probe = LogFileProbe.of(VERTX, file);
    assertThat(probe.check().await().status()).isEqualTo(Finding.Status.UP);
    Files.delete(file);
    assertThatThrownBy(() -> probe.check().await()).hasMessageContaining("magnetiq.log");
  }

  @Test
  void workThatWaitsTooLongDegradesTheQueue() {
    assertThat(waiting(Duration.ofMinutes(4))).isEqualTo(Finding.Status.UP);
    assertThat(waiting(Duration.ofMinutes(5))).isEqualTo(Finding.Status.DEGRADED);
    assertThat(waiting(Duration.ofHours(1))).isEqualTo(Finding.Status.DOWN);
  }

  @Test
  void oneReplicaBehindOrAwayDegradesThem() {
    assertThat(replicas(0.2, 0.9)).isEqualTo(Finding.Status.UP);
    assertThat(replicas(0.2, 1.0)).isEqualTo(Finding.Status.DEGRADED);
    assertThat(replicas(0.2, null)).isEqualTo(Finding.Status.DEGRADED);
  }

  private static Finding.Status expiringIn(Duration left) {
    return CertificateProbe.judge(NOW, NOW.plus(left)).status();
  }

  private static Finding.Status waiting(Duration oldest) {
    return QueueProbe.judge(new QueueProbe.Backlog(3, oldest)).status();
  }

  private static Finding.Status replicas(Double first, Double second) {
    return ReplicasProbe.judge(
            List.of(new ReplicasProbe.Replica("a", first), new ReplicasProbe.Replica("b", second)))
        .status();
  }
}
