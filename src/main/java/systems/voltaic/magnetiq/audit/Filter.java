package systems.voltaic.magnetiq.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import systems.voltaic.magnetiq.http.Call;

/**
 * Which entries are wanted.
 *
 * @param action the start of it
 * @param until this moment is not in it any more
 * @param q words that begin like those of the action and the subject
 */
record Filter(
    Optional<String> actor,
    Optional<String> action,
    Optional<String> subject,
    Optional<Instant> from,
    Optional<Instant> until,
    Optional<String> q) {

  static Filter of(Call call) {
    return new Filter(
        call.query("actor"),
        call.query("action"),
        call.query("subject"),
        call.query("from").map(text -> Moments.parse("from", text)),
        call.query("until").map(text -> Moments.parse("until", text)),
        call.query("q"));
  }

  /** What is noted of an export. */
  Map<String, String> noted() {
    var noted = new TreeMap<String, String>();
    actor.ifPresent(text -> noted.put("actor", text));
    action.ifPresent(text -> noted.put("action", text));
    subject.ifPresent(text -> noted.put("subject", text));
    from.ifPresent(moment -> noted.put("from", moment.toString()));
    until.ifPresent(moment -> noted.put("until", moment.toString()));
    q.ifPresent(text -> noted.put("q", text));
    return noted;
  }
}
