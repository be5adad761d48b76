package systems.voltaic.magnetiq.bus;

/** An immutable fact that crosses the event bus. */
public interface Event {}
