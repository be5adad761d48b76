package systems.voltaic.magnetiq.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.testkit.FakeClock;

/** What an instance believes of the others. */
class PresenceTest {

  private final FakeClock clock = FakeClock.at("2026-03-01T12:00:00Z");
  private final List<String> published = new ArrayList<>();
  private final Presence presence =
      new Presence(new Hub(new SimpleMeterRegistry()), "here", clock, published::add);

  @Test
  void showsWhoIsElsewhereOnceAtEachPlace() {
    assertThat(hear("there", person("Ada", "/admin"), person("Ada", "/admin"))).isTrue();
    assertThat(hear("third", person("Ada", "/admin"), person("Bea", "/admin"))).isTrue();

    assertThat(presence.people()).extracting(Frames.Present::name).containsExactly("Ada", "Bea");
  }

  @Test
  void isNoNewsWhereNothingChanged() {
    assertThat(hear("there")).isFalse();
    assertThat(hear("there", person("Ada", "/admin"))).isTrue();
    assertThat(hear("there", person("Ada", "/admin"))).isFalse();
    assertThat(hear("there")).isTrue();
    assertThat(presence.people()).isEmpty();
  }

  @Test
  void forgetsAnInstanceThatFellSilent() {
    hear("there", person("Ada", "/admin"));
    clock.advance(Presence.BELIEVED);
    assertThat(presence.forget()).isFalse();
    hear("third", person("Bea", "/admin"));
    clock.advance(Duration.ofMillis(1));

    assertThat(presence.forget()).isTrue();
    assertThat(presence.people()).extracting(Frames.Present::name).containsExactly("Bea");
  }

  @Test
  void believesNothingThatSomebodyElseSaysInItsName() {
    assertThat(hear("here", person("Eve", "/admin"))).isFalse();
    assertThat(presence.people()).isEmpty();
  }

  @Test
  void answersWhoAsks() {
    String question = "{\"instance\":\"there\",\"asks\":true,\"people\":[]}";

    presence.hear(question, () -> presence.publish(false));

    assertThat(published).containsExactly("{\"instance\":\"here\",\"asks\":false,\"people\":[]}");
  }

  @Test
  void readsNothingEndlessAndShowsTwoHundredAtMost() {
    var many = IntStream.range(0, 300).mapToObj(i -> person("P" + i, "/admin"));
    hear("there", many.toArray(String[]::new));
    assertThat(presence.people()).hasSize(200);

    assertThat(hear("third", person("x".repeat(200_000), "/admin"))).isFalse();
  }

  private boolean hear(String from, String... people) {
    String all = List.of(people).stream().collect(Collectors.joining(","));
    String news = "{\"instance\":\"%s\",\"asks\":false,\"people\":[%s]}";
    return presence.hear(news.formatted(from, all), () -> {});
  }

  private static String person(String name, String where) {
    return "{\"id\":\"%s\",\"name\":\"%s\",\"where\":\"%s\"}".formatted(name, name, where);
  }
}
