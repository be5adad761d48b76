package systems.voltaic.magnetiq.site;

import systems.voltaic.magnetiq.json.Json;

/** What the components are given, on the server as in the browser. */
record View(String path, Object frame, String kind, Object page, String message) {

  static View page(String path, Object frame, Object page) {
    return new View(path, frame, "page", page, null);
  }

  static View of(StatusPage status, String path, Object frame, String message) {
    return new View(path, frame, status.kind(), null, message);
  }

  String json() {
    return Json.write(this).toString();
  }
}
