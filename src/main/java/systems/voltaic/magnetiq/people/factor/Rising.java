package systems.voltaic.magnetiq.people.factor;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import systems.voltaic.magnetiq.access.Identity;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.people.session.Opened;
import systems.voltaic.magnetiq.people.session.Sessions;
import systems.voltaic.magnetiq.people.session.SignIn;

/**
 * Who enrols a first factor goes on alone, by a session of another name: others know a password.
 */
final class Rising {

  /** What was made, and the session that came of it. */
  record Enrolled<T>(T made, Optional<Opened> opened, SignIn signIn) {

    /** The answer says what was made; a new session needs its cookie. */
    Answer with(Answer answer) {
      Answer kept = answer.secret();
      return opened.map(session -> kept.with("set-cookie", session.cookie())).orElse(kept);
    }
  }

  private final Sessions sessions;

  Rising(Sessions sessions) {
    this.sessions = sessions;
  }

  <T> Future<Enrolled<T>> enrolled(Tx tx, Call call, Holder before, Kind kind, T made) {
    UUID session = call.caller().person().flatMap(Identity::session).orElseThrow();
    return before.standing().enrolled()
        ? another(tx, session, made)
        : sessions
            .endAll(tx, before.id(), "factor-added", Optional.of(session))
            .compose(ended -> raise(tx, call, session, kind, made));
  }

  private <T> Future<Enrolled<T>> another(Tx tx, UUID session, T made) {
    return sessions
        .hasSecond(tx, session)
        .compose(live -> sessions.rightsChanged(tx))
        .map(told -> new Enrolled<>(made, Optional.empty(), null));
  }

  private <T> Future<Enrolled<T>> raise(Tx tx, Call call, UUID session, Kind kind, T made) {
    return sessions
        .raise(tx, session, Set.of(kind.word()), call)
        .compose(
            opened ->
                sessions
                    .signIn(tx, opened)
                    .map(signIn -> new Enrolled<>(made, Optional.of(opened), signIn)));
  }
}
