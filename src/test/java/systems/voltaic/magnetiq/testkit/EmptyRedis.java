package systems.voltaic.magnetiq.testkit;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * No class finds what the one before left in the Redis of their thread, like who asked how often.
 */
public final class EmptyRedis implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    Databases.emptyRedis();
  }
}
