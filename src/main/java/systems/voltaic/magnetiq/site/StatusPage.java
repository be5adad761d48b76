package systems.voltaic.magnetiq.site;

/** Pages that say why there is no page. */
enum StatusPage {
  MISSING(404, "notFound"),
  GONE(410, "notFound"),
  FAILED(500, "error"),
  AWAY(503, "error"),
  MAINTENANCE(503, "maintenance");

  private final int status;
  private final String kind;

  StatusPage(int status, String kind) {
    this.status = status;
    this.kind = kind;
  }

  int status() {
    return status;
  }

  /** What the components call it. */
  String kind() {
    return kind;
  }
}
