package systems.voltaic.magnetiq.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.fault.Fault;

class OutgoingUrlsTest {

  private static final String PUBLIC = "93.184.215.14";

  @Test
  void refusesEveryTryOfTheList() throws IOException {
    List<String> tries = tries();
    List<String> accepted = new ArrayList<>();
    for (String row : tries) {
      String[] parts = row.split(" =>", 2);
      var urls = new OutgoingUrls(answering(parts.length == 2 ? parts[1] : null), false);
      if (urls.check(parts[0]).succeeded()) {
        accepted.add(row);
      }
    }
    assertThat(accepted).isEmpty();
    assertThat(tries).hasSizeGreaterThanOrEqualTo(120);
  }

  @Test
  void pinsThePublicAddressItJudged() {
    var target =
        new OutgoingUrls(answering(PUBLIC), false)
            .check("HTTPS://hooks.example.com:8443/in?tenant=7")
            .await();

    assertThat(target.address().hostAddress()).isEqualTo(PUBLIC);
    assertThat(target.port()).isEqualTo(8443);
    assertThat(target.tls()).isTrue();
    assertThat(target.host()).isEqualTo("hooks.example.com");
    assertThat(target.path()).isEqualTo("/in?tenant=7");
  }

  @Test
  void acceptsPublicAddressesOfBothFamilies() {
    var urls = new OutgoingUrls(answering(null), false);
    for (String host : List.of(PUBLIC, "[2606:2800:21f:cb07::1]", "[64:ff9b::93.184.215.14]")) {
      assertThat(urls.check("https://" + host).await().path()).isEqualTo("/");
    }
  }

  @Test
  void letsADeveloperCallTheirOwnMachineButNeverLinkLocalOrSpecial() {
    var urls = new OutgoingUrls(answering(null), true);

    for (String host : List.of("127.0.0.1:8080", "[::1]:80", "10.0.0.5", "192.168.1.5")) {
      assertThat(urls.check("http://" + host + "/hook").succeeded()).as(host).isTrue();
    }
    for (String host : List.of("169.254.169.254", "0.0.0.0", "[fe80::1]", "224.0.0.1", "[::]")) {
      assertThat(urls.check("http://" + host + "/hook").failed()).as(host).isTrue();
    }
  }

  @Test
  void saysWhatIsWrong() {
    var urls = new OutgoingUrls(answering("10.0.0.1"), false);
    assertThatThrownBy(() -> urls.check("https://hooks.example.com/").await())
        .isInstanceOf(Fault.class)
        .hasMessageContaining("private or reserved");
  }

  private static Resolver answering(String answers) {
    return host -> {
      try {
        return Future.succeededFuture(answers == null ? literal(host) : addresses(answers));
      } catch (UnknownHostException e) {
        return Future.failedFuture(e);
      }
    };
  }

  /** Names without an answer in the list are public: only the guard's own rules may refuse. */
  private static List<InetAddress> literal(String host) throws UnknownHostException {
    boolean name = host.matches(".*[g-zG-Z].*") && !host.contains(":");
    return List.of(InetAddress.getByName(name ? PUBLIC : host));
  }

  private static List<InetAddress> addresses(String answers) throws UnknownHostException {
    List<InetAddress> all = new ArrayList<>();
    for (String answer : answers.strip().split(",", -1)) {
      if (!answer.isBlank()) {
        all.add(InetAddress.getByName(answer));
      }
    }
    return all;
  }

  private static List<String> tries() throws IOException {
    try (var file = OutgoingUrlsTest.class.getResourceAsStream("/hostile/ssrf.txt");
        Stream<String> lines = new String(file.readAllBytes(), UTF_8).lines()) {
      return lines.filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }
}
