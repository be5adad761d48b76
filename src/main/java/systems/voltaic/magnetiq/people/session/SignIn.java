package systems.voltaic.magnetiq.people.session;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * How far somebody got with signing in; what does not apply is null.
 *
 * @param ticket what the second factor is sent along with
 * @param factors which of them the person has
 */
public record SignIn(
    State state,
    String accessToken,
    Integer expiresIn,
    String csrf,
    Integer idleMinutes,
    Me person,
    String ticket,
    List<String> factors) {

  /** What comes next. */
  public enum State {
    SIGNED_IN("signedIn"),
    SECOND_FACTOR("secondFactor"),
    ENROL_FACTOR("enrolFactor");

    private final String spelled;

    State(String spelled) {
      this.spelled = spelled;
    }

    @JsonValue
    public String spelled() {
      return spelled;
    }
  }

  static SignIn of(Opened opened, Me me, boolean enrolling) {
    return new SignIn(
        enrolling ? State.ENROL_FACTOR : State.SIGNED_IN,
        opened.accessToken(),
        opened.expiresIn(),
        opened.csrf(),
        opened.idleMinutes(),
        me,
        null,
        null);
  }

  /** The password was right; a second proof is asked for. */
  public static SignIn secondFactor(String ticket, List<String> factors) {
    return new SignIn(State.SECOND_FACTOR, null, null, null, null, null, ticket, factors);
  }

  @Override
  public String toString() {
    return "SignIn[" + state + "]";
  }
}
