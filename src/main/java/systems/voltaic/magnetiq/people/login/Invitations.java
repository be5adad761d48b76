package systems.voltaic.magnetiq.people.login;

import io.vertx.core.Future;
import java.util.Map;
import java.util.UUID;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.token.Tokens;

/** Asks people in: a link that is good once, for a week. */
public final class Invitations {

  private final Tokens tokens;
  private final Post post;
  private final Links links;

  Invitations(Tokens tokens, Post post, Links links) {
    this.tokens = tokens;
    this.post = post;
    this.links = links;
  }

  /** A second invitation makes the first one worthless. */
  public Future<Void> invite(
      Tx tx, UUID person, String email, String name, Language language, String inviter) {
    String subject = "person:" + person;
    return tokens
        .revoke(tx, subject, Links.INVITE, Links.SETUP)
        .compose(done -> tokens.issue(tx, Links.INVITE, subject, Map.of(), Links.WEEK))
        .compose(token -> post.send(tx, "invite", email, language, values(token, name, inviter)));
  }

  private Map<String, String> values(String token, String name, String inviter) {
    return Map.of("name", name, "inviter", inviter, "link", links.to(Links.INVITE, token));
  }
}
