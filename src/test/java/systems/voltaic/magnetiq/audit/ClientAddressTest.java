package systems.voltaic.magnetiq.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.77, 192.0.2.0",
    "2001:db8:7:9::/64, 2001:db8:7::/48",
    "2001:db8:7:9:0:0:0:0/64, 2001:db8:7::/48",
    "system, system",
    "unknown, unknown",
  })
  void keepsTheNetworkOnly(String client, String kept) {
    assertThat(ClientAddress.masked(client)).isEqualTo(kept);
  }
}
