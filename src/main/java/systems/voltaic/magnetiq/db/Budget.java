package systems.voltaic.magnetiq.db;

/** How an instance's share of connections is divided. */
record Budget(int writesPerLoop, int background) {

  private static final int BACKGROUND = 2;

  /**
   * Every loop has one connection for reads; what is left after the background's goes to writes.
   */
  static Budget of(int connections, int loops) {
    int perLoop = (connections - BACKGROUND) / loops;
    return new Budget(Math.max(1, perLoop - 1), BACKGROUND);
  }

  /** The least an instance with so many event loops can work with. */
  static int least(int loops) {
    return loops * 2 + BACKGROUND;
  }
}
