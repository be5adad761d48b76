package systems.voltaic.magnetiq.live;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import systems.voltaic.magnetiq.json.Json;

/** What is said over a live connection. */
final class Frames {

  /** Somebody is somewhere. */
  record Present(String id, String name, String where) {}

  record Jobs(long waiting, long parked) {}

  record Mails(long failed) {}

  /** What a guest may not know is null. */
  record Counts(@JsonProperty("type") String type, Jobs jobs, Mails mails) {}

  private record Hello(String type, List<Present> presence) {}

  private record Presence(String type, List<Present> people) {}

  private record Changed(String type, String what, String id) {}

  private record Bye(String type, String reason) {}

  static String hello(List<Present> people) {
    return text(new Hello("hello", people));
  }

  static String presence(List<Present> people) {
    return text(new Presence("presence", people));
  }

  static String counts(Jobs jobs, Mails mails) {
    return text(new Counts("counts", jobs, mails));
  }

  static String changed(String what, String id) {
    return text(new Changed("changed", what, id));
  }

  static String bye(String reason) {
    return text(new Bye("bye", reason));
  }

  private static String text(Object frame) {
    return Json.write(frame).toString();
  }

  private Frames() {}
}
