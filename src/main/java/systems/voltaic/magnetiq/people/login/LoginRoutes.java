package systems.voltaic.magnetiq.people.login;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Api;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.http.Routes;

/** Signing in over HTTP, and what leads back in. */
final class LoginRoutes implements Routes {

  private record Address(String email) {}

  private record Link(String token) {}

  private record NewPassword(String token, String password) {}

  private record PasswordChange(String current, String next) {}

  private record EmailChange(String email, String password) {}

  private record Options(
      @JsonInclude(JsonInclude.Include.ALWAYS) Provider sso, boolean resetByMail) {}

  private record Provider(String name) {}

  private final Logins logins;
  private final LinkRequests requests;
  private final Resets resets;
  private final Arrivals arrivals;
  private final EmailChanges emails;
  private final Supplier<Optional<String>> provider;

  /**
   * @param provider the name of who else may say who somebody is
   */
  LoginRoutes(
      Logins logins,
      LinkRequests requests,
      Resets resets,
      Arrivals arrivals,
      EmailChanges emails,
      Supplier<Optional<String>> provider) {
    this.logins = logins;
    this.requests = requests;
    this.resets = resets;
    this.arrivals = arrivals;
    this.emails = emails;
    this.provider = provider;
  }

  @Override
  public void mount(Api api) {
    api.on("login", call -> logins.login(call, call.body(Logins.Typed.class)))
        .on("requestUnlock", call -> request(call, Links.UNLOCK))
        .on("requestReset", call -> request(call, Links.RESET))
        .on("completeReset", this::completeReset)
        .on("showInvite", this::showInvite)
        .on("acceptInvite", call -> arrivals.accept(call, call.body(Arrivals.Arrival.class)))
        .on("confirmEmail", this::confirmEmail)
        .on("getSignInOptions", call -> Future.succeededFuture(options()))
        .on("changePassword", this::changePassword)
        .on("changeEmail", this::changeEmail);
  }

  private Future<Answer> request(Call call, String purpose) {
    return requests
        .ask(call.caller(), purpose, call.body(Address.class).email())
        .map(Answer.accepted(Map.of()));
  }

  private Future<Answer> completeReset(Call call) {
    var wanted = call.body(NewPassword.class);
    return resets
        .complete(call.caller(), wanted.token(), wanted.password())
        .map(done -> Answer.noContent());
  }

  private Future<Answer> showInvite(Call call) {
    return arrivals.show(call.caller(), call.body(Link.class).token()).map(Answer::ok);
  }

  private Future<Answer> confirmEmail(Call call) {
    return emails
        .confirm(call.caller(), call.body(Link.class).token())
        .map(done -> Answer.noContent());
  }

  private Future<Answer> changePassword(Call call) {
    var change = call.body(PasswordChange.class);
    return resets.change(call, change.current(), change.next()).map(done -> Answer.noContent());
  }

  private Future<Answer> changeEmail(Call call) {
    var change = call.body(EmailChange.class);
    return emails
        .ask(call, change.email(), change.password())
        .map(asked -> Answer.accepted(Map.of()));
  }

  private Answer options() {
    return Answer.ok(new Options(provider.get().map(Provider::new).orElse(null), true));
  }
}
