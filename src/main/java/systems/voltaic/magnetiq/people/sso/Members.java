package systems.voltaic.magnetiq.people.sso;

import io.vertx.core.Future;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.people.factor.Notices;
import systems.voltaic.magnetiq.people.login.EmailAddress;

/**
 * Who somebody of a provider is here: whom it was before, else the active person with the address
 * that the provider made sure of. Nobody is made.
 */
final class Members {

  private final String issuer;
  private final String name;
  private final Audit audit;
  private final Notices notices;
  private final String link;
  private final SsoSql sql = new SsoSql();

  Members(SsoConfig config, URI base, Audit audit, Notices notices) {
    this.issuer = config.issuer().toString();
    this.name = config.name();
    this.audit = audit;
    this.notices = notices;
    this.link = base.toString().replaceAll("/+$", "") + "/admin/forgot";
  }

  Future<Optional<UUID>> find(Tx tx, Somebody who) {
    return sql.byIdentity(tx, issuer, who.subject())
        .compose(
            known ->
                known.isPresent()
                    ? Future.succeededFuture(known.filter(SsoSql.Member::active))
                    : meet(tx, who))
        .map(found -> found.map(SsoSql.Member::id));
  }

  private Future<Optional<SsoSql.Member>> meet(Tx tx, Somebody who) {
    if (!who.verified() || who.email().isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    return sql.byEmail(tx, EmailAddress.key(who.email().get()))
        .compose(
            found ->
                found.isPresent()
                    ? link(tx, who, found.get())
                    : Future.succeededFuture(Optional.empty()));
  }

  private Future<Optional<SsoSql.Member>> link(Tx tx, Somebody who, SsoSql.Member member) {
    return sql.link(tx, issuer, who.subject(), member.id())
        .compose(
            linked ->
                linked
                    ? told(tx, member).map(Optional.of(member))
                    : Future.succeededFuture(Optional.empty()));
  }

  private Future<Void> told(Tx tx, SsoSql.Member member) {
    var values = Map.of("name", member.name(), "provider", name, "link", link);
    return audit
        .record(tx, "sso.linked", "person:" + member.id(), null, Map.of("issuer", issuer))
        .compose(
            noted -> notices.send(tx, "sso-linked", member.email(), member.language(), values));
  }
}
