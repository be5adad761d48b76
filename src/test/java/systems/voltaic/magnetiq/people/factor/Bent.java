package systems.voltaic.magnetiq.people.factor;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** How the answer of a passkey may be wrong. */
final class Bent {

  /** In making one as in answering with it. */
  static Stream<Arguments> always() {
    return Stream.of(
        bent("another origin", key -> key.origin = "https://evil.example.test"),
        bent("another port", key -> key.origin = "http://localhost:1"),
        bent("another scheme", key -> key.origin = key.origin.replace("http:", "https:")),
        bent("another site", key -> key.site = "evil.example.test"),
        bent("another challenge", key -> key.challenge = SoftKey.text(new byte[32])),
        bent("no challenge", key -> key.challenge = ""),
        bent("another ceremony", key -> key.otherCeremony = true),
        bent("nobody present", key -> key.present = false),
        bent("a page inside another", key -> key.crossOrigin = true),
        bent("backed up but not movable", key -> key.backedUp = true));
  }

  /** Where there is a signature, a counter, and somebody it was made for. */
  static Stream<Arguments> answering() {
    return Stream.of(
        bent("a tampered signature", key -> key.tampered = true),
        bent("a counter that stood still", key -> key.step = 0),
        bent("a counter that went back", key -> key.step = -1),
        bent("another user handle", key -> key.handle = new byte[16]),
        bent("suddenly movable", key -> key.movable = true));
  }

  private static Arguments bent(String name, Consumer<SoftKey> how) {
    return Arguments.of(name, how);
  }

  private Bent() {}
}
