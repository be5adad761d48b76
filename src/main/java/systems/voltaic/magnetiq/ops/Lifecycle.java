package systems.voltaic.magnetiq.ops;

/** How far this instance is; shared by its verticles. */
public final class Lifecycle {

  public enum State {
    STARTING,
    READY,
    DRAINING
  }

  private volatile State state = State.STARTING;
  private volatile boolean schemaFits;

  /** The database's schema is at least as new as this program needs. */
  public void schemaFits(boolean fits) {
    schemaFits = fits;
  }

  public void ready() {
    state = State.READY;
  }

  public void drain() {
    state = State.DRAINING;
  }

  public State state() {
    return state;
  }

  public boolean draining() {
    return state == State.DRAINING;
  }

  boolean started() {
    return state != State.STARTING && schemaFits;
  }

  boolean takesTraffic() {
    return state == State.READY && schemaFits;
  }

  /** One word for a probe's answer. */
  String word() {
    return switch (state) {
      case STARTING -> "starting";
      case DRAINING -> "draining";
      case READY -> schemaFits ? "ready" : "schema-too-old";
    };
  }
}
