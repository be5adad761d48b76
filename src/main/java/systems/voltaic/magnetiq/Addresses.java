package systems.voltaic.magnetiq;

/** The ports this instance listens on; 0 for a server it does not run. */
final class Addresses {

  private volatile int api;
  private volatile int site;
  private volatile int operations;

  void api(int port) {
    api = port;
  }

  void site(int port) {
    site = port;
  }

  /** Of an instance that serves nothing but how it is doing. */
  void operations(int port) {
    operations = port;
  }

  int api() {
    return api;
  }

  int site() {
    return site;
  }

  int operations() {
    return operations;
  }
}
