package systems.voltaic.magnetiq.people.login;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.people.session.Sessions;
import systems.voltaic.magnetiq.token.Tokens;

/** What a new password or address means for every other way in. */
final class Doors {

  private final Tokens tokens;
  private final Sessions sessions;
  private final Brake brake;
  private final Post post;
  private final Links links;
  private final Audit audit;
  private final Clock clock;
  private final LoginSql sql = new LoginSql();

  Doors(
      Tokens tokens,
      Sessions sessions,
      Brake brake,
      Post post,
      Links links,
      Audit audit,
      Clock clock) {
    this.tokens = tokens;
    this.sessions = sessions;
    this.brake = brake;
    this.post = post;
    this.links = links;
    this.audit = audit;
    this.clock = clock;
  }

  /** Ends every session but the one it is changed from, and every link that is still under way. */
  Future<Void> changePassword(
      Tx tx, Account account, String hash, String why, Optional<UUID> session) {
    return sql.setPassword(tx, account.id(), hash, clock.instant())
        .compose(set -> tokens.revoke(tx, account.subject(), Links.DIES_WITH_CHANGE))
        .compose(revoked -> sessions.endAll(tx, account.id(), why, session))
        .compose(ended -> brake.release(tx, account.key()))
        .compose(released -> tell(tx, "password-changed", account))
        .compose(
            told ->
                audit.record(tx, "password.changed", account.subject(), null, Map.of("by", why)));
  }

  Future<Void> changeEmail(Tx tx, Account account, EmailAddress email) {
    return sql.setEmail(tx, account.id(), email)
        .compose(set -> tokens.revoke(tx, account.subject(), Links.DIES_WITH_CHANGE))
        .compose(revoked -> tell(tx, "email-changed", account))
        .compose(told -> audit.record(tx, "email.changed", account.subject(), null, null));
  }

  /** A secret of theirs came back that was used before. */
  Future<Void> warnOfReuse(Tx tx, UUID person) {
    return sql.byId(tx, person)
        .compose(
            found ->
                found
                    .map(account -> tell(tx, "session-reused", account))
                    .orElseGet(Future::succeededFuture));
  }

  /** In the mailbox that the person had so far. */
  private Future<Void> tell(Tx tx, String letter, Account account) {
    return post.send(
        tx,
        letter,
        account.email(),
        account.language(),
        Map.of("name", account.name(), "link", links.page("/admin/forgot")));
  }
}
