package systems.voltaic.magnetiq;

/** The ports this instance listens on; 0 for a server it does not run. */
final class Addresses {

  private volatile int api;
  private volatile int site;

  void api(int port) {
    api = port;
  }

  void site(int port) {
    site = port;
  }

  int api() {
    return api;
  }

  int site() {
    return site;
  }
}
