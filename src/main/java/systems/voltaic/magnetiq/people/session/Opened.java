package systems.voltaic.magnetiq.people.session;

import java.util.UUID;
import systems.voltaic.magnetiq.http.Answer;

/**
 * A session, as whoever signed in gets it.
 *
 * @param expiresIn seconds the access token is good for
 * @param cookie value of the Set-Cookie header
 * @param csrf what our pages send along with the cookie
 */
public record Opened(
    UUID session,
    UUID person,
    String accessToken,
    int expiresIn,
    String cookie,
    String csrf,
    int idleMinutes) {

  public Answer answer(SignIn signIn) {
    return Answer.ok(signIn).with("set-cookie", cookie).secret();
  }

  @Override
  public String toString() {
    return "Opened[" + session + "]";
  }
}
