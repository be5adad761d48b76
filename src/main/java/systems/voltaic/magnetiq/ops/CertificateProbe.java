package systems.voltaic.magnetiq.ops;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** How long the certificate we serve is still valid. */
public final class CertificateProbe {

  static final Duration RENEW = Duration.ofDays(14);

  private static final String EFFECT =
      "Browsers refuse the site once the certificate has run out: renew TLS_CERT.";

  public static Probe of(Vertx vertx, Clock clock, Path certificate) {
    return Probe.of(
        "certificate", Probe.Group.CORE, false, EFFECT, () -> look(vertx, clock, certificate));
  }

  private static Future<Finding> look(Vertx vertx, Clock clock, Path certificate) {
    return vertx
        .fileSystem()
        .readFile(certificate.toString())
        .map(CertificateProbe::expiry)
        .map(expiry -> judge(clock.instant(), expiry));
  }

  static Finding judge(Instant now, Instant expiry) {
    Duration left = Duration.between(now, expiry);
    Map<String, Object> details = Map.of("expires", expiry, "daysLeft", left.toDays());
    if (left.isNegative() || left.isZero()) {
      return Finding.down(details);
    }
    return left.compareTo(RENEW) < 0 ? Finding.degraded(details) : Finding.up(details);
  }

  private static Instant expiry(Buffer pem) {
    try (var in = new ByteArrayInputStream(pem.getBytes())) {
      var first = CertificateFactory.getInstance("X.509").generateCertificate(in);
      return ((X509Certificate) first).getNotAfter().toInstant();
    } catch (CertificateException | java.io.IOException e) {
      throw new IllegalStateException("TLS_CERT holds no certificate", e);
    }
  }

  private CertificateProbe() {}
}
