package systems.voltaic.magnetiq.secret;

import java.util.Optional;

/** What secrets at rest are encrypted with; any text, the longer the better. */
public record VaultConfig(String key, Optional<String> previous) {

  @Override
  public String toString() {
    return "VaultConfig[hidden]";
  }
}
