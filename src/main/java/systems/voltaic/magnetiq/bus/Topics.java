package systems.voltaic.magnetiq.bus;

import java.util.Set;

/** Every address in the program. */
public final class Topics {

  /**
   * Work of these kinds was committed: whoever handles it looks now instead of at its next poll.
   */
  public record JobsWaiting(Set<String> kinds) implements Event {}

  /** Settings changed, here or on another instance. */
  public record SettingsChanged(long version) implements Event {}

  /**
   * Something that somebody may be looking at is not as it was, here or on another instance.
   *
   * @param what the kind, such as "people" or "settings"
   * @param id which one; null for any
   */
  public record Changed(String what, String id) implements Event {}

  public static final Topic<JobsWaiting> JOBS_WAITING =
      new Topic<>("jobs.waiting", JobsWaiting.class);

  public static final Topic<SettingsChanged> SETTINGS_CHANGED =
      new Topic<>("settings.changed", SettingsChanged.class);

  public static final Topic<Changed> CHANGED = new Topic<>("changed", Changed.class);

  private Topics() {}
}
