package systems.voltaic.magnetiq.redis;

import static io.vertx.redis.client.RedisClientType.CLUSTER;
import static io.vertx.redis.client.RedisClientType.SENTINEL;
import static io.vertx.redis.client.RedisClientType.STANDALONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisConfigTest {

  @Test
  void oneAddressIsOneServer() {
    var options = RedisConfig.of("redis://:secret@cache.example.com:6380/2").options();

    assertThat(options.getType()).isEqualTo(STANDALONE);
    assertThat(options.getEndpoint()).isEqualTo("redis://:secret@cache.example.com:6380/2");
    assertThat(options.getNetClientOptions().isSsl()).isFalse();
  }

  @Test
  void severalAddressesAreACluster() {
    var options = RedisConfig.of("redis://a.example.com:7000,redis://b.example.com:7001").options();

    assertThat(options.getType()).isEqualTo(CLUSTER);
    assertThat(options.getEndpoints()).hasSize(2);
  }

  @Test
  void aMasterNameMeansSentinels() {
    var options = RedisConfig.of("redis://a.example.com:26379?sentinel=main").options();

    assertThat(options.getType()).isEqualTo(SENTINEL);
    assertThat(options.getMasterName()).isEqualTo("main");
    assertThat(options.getEndpoints()).containsExactly("redis://a.example.com:26379");
  }

  @Test
  void aSecondSMeansTlsWithTheHostNameChecked() {
    var net = RedisConfig.of("rediss://cache.example.com").options().getNetClientOptions();

    assertThat(net.isSsl()).isTrue();
    assertThat(net.isTrustAll()).isFalse();
    assertThat(net.getHostnameVerificationAlgorithm()).isEqualTo("HTTPS");
  }

  @Test
  void neverShowsThePassword() {
    assertThat(RedisConfig.of("redis://:secret@cache.example.com"))
        .hasToString("Redis at cache.example.com:6379");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost:6379", "http://example.com", "redis://", "redis://a b"})
  void refusesWhatIsNoRedisAddress(String url) {
    assertThatThrownBy(() -> RedisConfig.of(url)).hasMessageContaining("must look like redis://");
  }

  @Test
  void readsTheServersVersion() {
    assertThat(ServerVersion.read("# Server\r\nredis_version:7.0.15\r\n")).hasToString("7.0");
  }

  @Test
  void saysWhatToDoAboutAnOldServer() {
    assertThat(new ServerVersion(6, 2).check().succeeded()).isTrue();
    assertThat(new ServerVersion(6, 0).check().cause())
        .hasMessage("Redis 6.0 is too old: install 6.2 or newer, or point REDIS_URL at one");
  }
}
