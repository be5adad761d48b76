package systems.voltaic.magnetiq.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import systems.voltaic.magnetiq.json.Json;

/** Who is where, here and on the other instances, which tell of themselves again and again. */
final class Presence {

  static final Duration BELIEVED = Duration.ofSeconds(30);
  private static final int MOST = 200;
  private static final int LONGEST = 200_000;

  /**
   * @param asks whether it wants to hear of the others now
   */
  private record News(String instance, boolean asks, List<Frames.Present> people) {}

  private record Elsewhere(List<Frames.Present> people, Instant until) {}

  private final Hub hub;
  private final String instance;
  private final Clock clock;
  private final Consumer<String> publish;
  private final Map<String, Elsewhere> others = new ConcurrentHashMap<>();

  Presence(Hub hub, String instance, Clock clock, Consumer<String> publish) {
    this.hub = hub;
    this.instance = instance;
    this.clock = clock;
    this.publish = publish;
  }

  void publish(boolean asks) {
    publish.accept(Json.write(new News(instance, asks, here().toList())).toString());
  }

  /** True when it changes who is seen, or when the sender wants to hear of us. */
  boolean hear(String text, Runnable asked) {
    if (text.length() > LONGEST) {
      return false;
    }
    JsonNode news = Json.parse(text);
    String from = news.path("instance").asText();
    if (from.equals(instance)) {
      return false;
    }
    if (news.path("asks").asBoolean()) {
      asked.run();
    }
    var people =
        StreamSupport.stream(news.path("people").spliterator(), false)
            .map(one -> Json.read(one, Frames.Present.class))
            .toList();
    var before = others.put(from, new Elsewhere(people, clock.instant().plus(BELIEVED)));
    return before == null ? !people.isEmpty() : !before.people().equals(people);
  }

  /** Forgets instances that fell silent; true when somebody went with them. */
  boolean forget() {
    Instant now = clock.instant();
    return others.values().removeIf(other -> other.until().isBefore(now));
  }

  /** Everybody, once at each place. */
  List<Frames.Present> people() {
    return Stream.concat(here(), others.values().stream().flatMap(o -> o.people().stream()))
        .distinct()
        .sorted(Comparator.comparing(Frames.Present::name).thenComparing(Frames.Present::where))
        .limit(MOST)
        .toList();
  }

  private Stream<Frames.Present> here() {
    return hub.all().stream()
        .filter(c -> c.where() != null)
        .map(c -> new Frames.Present(c.guest().person().toString(), c.guest().name(), c.where()))
        .distinct();
  }
}
