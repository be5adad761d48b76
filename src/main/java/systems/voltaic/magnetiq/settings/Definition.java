package systems.voltaic.magnetiq.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One thing that can be set: what it is, what it may be, and what it is until somebody decides.
 *
 * @param environment the configuration name that decides it and so locks it, where there is one
 */
record Definition(
    String key, String group, Rule rule, JsonNode fallback, Optional<String> environment) {

  /** A definition whose own default breaks its rule is a mistake of ours. */
  Definition {
    rule.check(fallback)
        .ifPresent(
            fault -> {
              throw new IllegalArgumentException(key + ": " + fault.sentence());
            });
  }
}
