package systems.voltaic.magnetiq.people.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeySecretTest {

  private static final List<String> LETTERS = List.of("0", "A", "a", "9", "Z", "z", "_", " ", "-");

  @Test
  void readsWhatItMade() {
    KeySecret made = KeySecret.make(new Random(1));

    assertThat(made.text()).matches("mq_live_[0-9A-Za-z]{46}").startsWith(made.prefix());
    assertThat(made.prefix()).hasSize(16);
    assertThat(KeySecret.parse(made.text())).contains(made);
    assertThat(made.toString()).doesNotContain(made.text());
  }

  @Test
  void refusesEveryTypingErrorWithoutALookUp() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    var tried = new HashSet<String>();
    for (int i = 0; i < 200; i++) {
      String text = KeySecret.make(random).text();
      for (String wrong : typingErrors(text, random)) {
        tried.add(wrong);
        assertThat(KeySecret.parse(wrong)).as("seed %d: %s for %s", seed, wrong, text).isEmpty();
      }
    }
    System.out.printf("%d mistyped keys, none looked up%n", tried.size());
  }

  private static Set<String> typingErrors(String text, Random random) {
    Set<String> wrong = new HashSet<>();
    int at = 8 + random.nextInt(text.length() - 9);
    for (String letter : LETTERS) {
      wrong.add(text.substring(0, at) + letter + text.substring(at + 1));
      wrong.add(text.substring(0, at) + letter + text.substring(at));
    }
    wrong.add(text.substring(0, at) + text.substring(at + 1));
    wrong.add(
        text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2));
    wrong.add(text.substring(0, text.length() - 1));
    wrong.add(text.replace("mq_live_", "mq_test_"));
    wrong.add(text + " ");
    wrong.remove(text);
    return wrong;
  }
}
