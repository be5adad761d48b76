package systems.voltaic.magnetiq.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for localhost and example.test that nobody trusts, made once per test JVM. */
public final class SelfSigned {
  private static final String ALIAS = "test";
  private static final char[] PASSWORD = "made-up-for-tests".toCharArray();

  private static SelfSigned shared;

  private final KeyStore store;

  private SelfSigned(KeyStore store) {
    this.store = store;
  }

  public static synchronized SelfSigned certificate() {
    if (shared == null) {
      shared = make();
    }
    return shared;
  }

  /** For a server: presents the certificate. For a client: trusts this one and no other. */
  public SSLContext context() {
    try {
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, PASSWORD);
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted());
      var context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** Writes the certificate as PEM and returns its path. */
  public Path certificatePem(Path folder) {
    try {
      var encoded = store.getCertificate(ALIAS).getEncoded();
      return writePem(folder.resolve("certificate.pem"), "CERTIFICATE", encoded);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** Writes the key as PEM and returns its path. */
  public Path keyPem(Path folder) {
    try {
      var encoded = store.getKey(ALIAS, PASSWORD).getEncoded();
      return writePem(folder.resolve("key.pem"), "PRIVATE " + "KEY", encoded);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private KeyStore trusted() throws GeneralSecurityException, IOException {
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(ALIAS, store.getCertificate(ALIAS));
    return trusted;
  }

  private static Path writePem(Path file, String kind, byte[] encoded) {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    var pem = "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    try {
      return Files.writeString(file, pem);
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static SelfSigned make() {
    try {
      var folder = Files.createTempDirectory("magnetiq-certificate");
      var file = folder.resolve("store.p12");
      runKeytool(file);
      var store = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        store.load(in, PASSWORD);
      }
      Files.delete(file);
      Files.delete(folder);
      return new SelfSigned(store);
    } catch (IOException | GeneralSecurityException broken) {
      throw new IllegalStateException("keytool made no certificate", broken);
    }
  }

  private static void runKeytool(Path file) throws IOException {
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var options =
        List.of(
            keytool,
            "-genkeypair",
            "-alias",
            ALIAS,
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=localhost",
            "-validity",
            "30",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            new String(PASSWORD),
            "-ext",
            "SAN=dns:localhost,dns:example.test,ip:127.0.0.1");
    var process = new ProcessBuilder(options).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException(said);
    }
  }
}
