package systems.voltaic.magnetiq.redis;

import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.redis.client.ProtocolVersion;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How Redis is reached: one URL, several separated by commas for a cluster, or any of them with
 * {@code ?sentinel=name} for sentinels that watch the master of that name.
 *
 * @param caCertificate a PEM file, when the server's certificate is not signed by a public
 *     authority
 * @param deadline of a call that names none
 * @param inFlight calls that may wait for an answer on one connection
 */
public record RedisConfig(
    String url,
    Optional<String> password,
    Optional<String> caCertificate,
    Duration connectTimeout,
    Duration deadline,
    int inFlight) {

  private static final String SENTINEL = "sentinel=";

  public RedisConfig {
    Stream.of(url.split(",", -1)).forEach(RedisConfig::check);
    if (inFlight < 1) {
      throw new IllegalArgumentException("the number of Redis calls in flight must be at least 1");
    }
  }

  public static RedisConfig of(String url) {
    return new RedisConfig(
        url,
        Optional.empty(),
        Optional.empty(),
        Duration.ofSeconds(1),
        Duration.ofMillis(200),
        512);
  }

  /** The same on another server. */
  public RedisConfig at(String other) {
    return new RedisConfig(other, password, caCertificate, connectTimeout, deadline, inFlight);
  }

  /** Where it is, without credentials. */
  public String address() {
    return uris().map(uri -> uri.getHost() + ":" + port(uri)).collect(Collectors.joining(", "));
  }

  /** Says nothing that must not be logged. */
  @Override
  public String toString() {
    return "Redis at " + address();
  }

  RedisOptions options() {
    RedisOptions options =
        new RedisOptions()
            .setType(type())
            .setPreferredProtocolVersion(ProtocolVersion.RESP2)
            .setNetClientOptions(net())
            .setMaxPoolSize(8)
            .setMaxWaitingHandlers(inFlight * 2 + 64)
            .setPoolName("redis");
    password.ifPresent(options::setPassword);
    sentinelMaster().ifPresent(options::setMasterName);
    endpoints().forEach(options::addConnectionString);
    return options;
  }

  private RedisClientType type() {
    if (sentinelMaster().isPresent()) {
      return RedisClientType.SENTINEL;
    }
    return url.contains(",") ? RedisClientType.CLUSTER : RedisClientType.STANDALONE;
  }

  private Optional<String> sentinelMaster() {
    return uris()
        .flatMap(uri -> Stream.ofNullable(uri.getQuery()))
        .filter(query -> query.startsWith(SENTINEL))
        .map(query -> query.substring(SENTINEL.length()))
        .findFirst();
  }

  private List<String> endpoints() {
    return uris().map(uri -> uri.toString().replaceFirst("\\?.*", "")).toList();
  }

  private NetClientOptions net() {
    var options =
        new NetClientOptions()
            .setConnectTimeout((int) connectTimeout.toMillis())
            .setTcpNoDelay(true)
            .setTcpKeepAlive(true);
    return url.startsWith("rediss:") ? tls(options) : options;
  }

  private NetClientOptions tls(NetClientOptions options) {
    options.setSsl(true).setHostnameVerificationAlgorithm("HTTPS");
    caCertificate.ifPresent(
        path -> options.setTrustOptions(new PemTrustOptions().addCertPath(path)));
    return options;
  }

  private Stream<URI> uris() {
    return Stream.of(url.split(",", -1)).map(String::strip).map(URI::create);
  }

  private static int port(URI uri) {
    return uri.getPort() < 0 ? 6379 : uri.getPort();
  }

  private static void check(String text) {
    URI uri;
    try {
      uri = URI.create(text.strip());
    } catch (IllegalArgumentException notAnAddress) {
      throw unusable();
    }
    boolean scheme = "redis".equals(uri.getScheme()) || "rediss".equals(uri.getScheme());
    if (!scheme || uri.getHost() == null) {
      throw unusable();
    }
  }

  private static IllegalArgumentException unusable() {
    return new IllegalArgumentException(
        "the Redis address must look like redis://:password@host:6379/0 (rediss:// for TLS, commas"
            + " between the nodes of a cluster, ?sentinel=name for sentinels)");
  }
}
