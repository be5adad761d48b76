package systems.voltaic.magnetiq.http;

/** A feature that serves part of the contract. */
@FunctionalInterface
public interface Routes {
  void mount(Api api);
}
