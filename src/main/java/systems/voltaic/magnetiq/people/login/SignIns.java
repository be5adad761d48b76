package systems.voltaic.magnetiq.people.login;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.people.session.FactorTicket;
import systems.voltaic.magnetiq.people.session.Opened;
import systems.voltaic.magnetiq.people.session.Sessions;
import systems.voltaic.magnetiq.people.session.SignIn;
import systems.voltaic.magnetiq.token.Tokens;

/** What somebody gets who proved who he is: a session, or a ticket for the proof that lacks. */
public final class SignIns {

  private final Sessions sessions;
  private final Tokens tokens;
  private final Audit audit;
  private final Clock clock;
  private final LoginSql sql = new LoginSql();

  SignIns(Sessions sessions, Tokens tokens, Audit audit, Clock clock) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.audit = audit;
    this.clock = clock;
  }

  /** The first proof is there; who has a second one is asked for it. */
  public Future<Answer> begun(
      Tx tx, UUID person, Set<String> methods, boolean unlocked, Call call) {
    return sql.factors(tx, person)
        .compose(
            factors ->
                factors.isEmpty()
                    ? completed(tx, person, methods, call)
                    : ticket(tx, person, methods, unlocked)
                        .map(t -> Answer.ok(SignIn.secondFactor(t, factors)).secret()));
  }

  private Future<String> ticket(Tx tx, UUID person, Set<String> methods, boolean unlocked) {
    var data = Map.of("methods", methods, "unlocked", unlocked);
    return tokens.issue(
        tx, FactorTicket.PURPOSE, "person:" + person, data, FactorTicket.LIFE, FactorTicket.TRIES);
  }

  /**
   * Nothing lacks: opens the session. Where a second factor is a duty and not among the methods,
   * the session is good for nothing but getting one.
   */
  public Future<Answer> completed(Tx tx, UUID person, Set<String> methods, Call call) {
    return open(tx.behind("person:" + person), person, methods, call);
  }

  private Future<Answer> open(Tx tx, UUID person, Set<String> methods, Call call) {
    var how = Map.of("methods", new TreeSet<>(methods));
    return sessions
        .open(tx, person, methods, call)
        .compose(
            opened ->
                sql.signedIn(tx, person, clock.instant())
                    .compose(
                        v -> audit.record(tx, "login.succeeded", "person:" + person, null, how))
                    .compose(v -> answer(tx, opened)));
  }

  private Future<Answer> answer(Tx tx, Opened opened) {
    return sessions.signIn(tx, opened).map(opened::answer);
  }
}
