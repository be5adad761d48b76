package systems.voltaic.magnetiq.people.login;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.token.Tokens;

/** What whoever sits at the server's own console may do for people. */
public final class Owners {

  static final String FIRST = "installation";

  private static final Duration DAY = Duration.ofDays(1);

  private final Db db;
  private final Tokens tokens;
  private final Post post;
  private final Links links;
  private final Audit audit;
  private final Supplier<UUID> ids;
  private final LoginSql sql = new LoginSql();
  private final OwnerSql owners = new OwnerSql();

  Owners(Db db, Tokens tokens, Post post, Links links, Audit audit, Supplier<UUID> ids) {
    this.db = db;
    this.tokens = tokens;
    this.post = post;
    this.links = links;
    this.audit = audit;
    this.ids = ids;
  }

  /** While nobody owns the place: a link for who comes first. An earlier one dies. */
  public Future<Optional<String>> firstLink(Caller caller) {
    return db.transaction(
        caller, tx -> owners.hasOwner(tx).compose(there -> there ? none() : firstLink(tx)));
  }

  private static Future<Optional<String>> none() {
    return Future.succeededFuture(Optional.empty());
  }

  private Future<Optional<String>> firstLink(Tx tx) {
    return tokens
        .revoke(tx, FIRST, Links.SETUP)
        .compose(revoked -> tokens.issue(tx, Links.SETUP, FIRST, Map.of(), DAY))
        .map(token -> Optional.of(links.to(Links.SETUP, token)));
  }

  /**
   * Makes an owner and answers the link to come in by; who was made before and never came gets
   * another link.
   *
   * @param mailed whether the link is mailed as well
   */
  public Future<String> create(
      Caller caller, String email, String name, Language language, boolean mailed) {
    var address = EmailAddress.of(email);
    var account =
        new Account(
            ids.get(), address.text(), address.key(), name, language, "invited", Optional.empty());
    return db.transaction(
        caller,
        tx ->
            sql.byKey(tx, address.key())
                .compose(
                    there -> there.map(old -> again(tx, old)).orElseGet(() -> add(tx, account)))
                .compose(owner -> link(tx, owner, mailed)));
  }

  private Future<Account> add(Tx tx, Account account) {
    return owners
        .insert(tx, account)
        .compose(inserted -> owners.makeOwner(tx, account.id()))
        .compose(made -> audit.record(tx, "owner.created", account.subject(), null, null))
        .map(account);
  }

  private Future<Account> again(Tx tx, Account old) {
    return owners.isOwner(tx, old.id()).map(owner -> owner && old.isInvited() ? old : refuse(old));
  }

  private static Account refuse(Account old) {
    throw new IllegalStateException(
        "somebody has the e-mail address "
            + old.email()
            + " already: choose another one, or change that person's roles in the admin");
  }

  private Future<String> link(Tx tx, Account account, boolean mailed) {
    return tokens
        .revoke(tx, account.subject(), Links.INVITE, Links.SETUP)
        .compose(revoked -> tokens.issue(tx, Links.SETUP, account.subject(), Map.of(), Links.WEEK))
        .map(token -> links.to(Links.SETUP, token))
        .compose(link -> (mailed ? mail(tx, account, link) : Future.succeededFuture()).map(link));
  }

  private Future<Void> mail(Tx tx, Account account, String link) {
    return post.send(
        tx,
        "setup",
        account.email(),
        account.language(),
        Map.of("name", account.name(), "link", link));
  }

  /** Whoever has this address; fails when nobody has. */
  public Future<UUID> named(Tx tx, String email) {
    return sql.byKey(tx, EmailAddress.key(email))
        .map(found -> found.orElseThrow(() -> nobody(email)).id());
  }

  private static IllegalStateException nobody(String email) {
    return new IllegalStateException(
        "nobody has the e-mail address " + email + ": check how it is written in the admin");
  }
}
