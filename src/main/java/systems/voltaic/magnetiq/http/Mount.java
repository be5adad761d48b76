package systems.voltaic.magnetiq.http;

/** A part of the address space. */
public interface Mount {

  boolean serves(String path);

  /** Answers or fails the exchange; what it throws becomes a problem. */
  void handle(Exchange exchange);
}
