package systems.voltaic.magnetiq.people.sso;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Api;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.http.Routes;
import systems.voltaic.magnetiq.people.sso.SsoLogins.Arrived;

/** Single sign-on over HTTP. */
final class SsoRoutes implements Routes {

  private static final String ADMIN = "/admin";

  private final Optional<SsoLogins> logins;
  private final String base;
  private final RandomGenerator random;

  /**
   * @param logins empty where no provider is configured
   */
  SsoRoutes(Optional<SsoLogins> logins, URI base, RandomGenerator random) {
    this.logins = logins;
    this.base = base.toString().replaceAll("/+$", "");
    this.random = random;
  }

  @Override
  public void mount(Api api) {
    api.on("startSso", this::start).on("finishSso", this::finish).on("completeSso", this::complete);
  }

  private Future<Answer> start(Call call) {
    SsoCookie cookie = SsoCookie.make(random);
    return logins()
        .start(call, cookie, call.query("return").orElse(ADMIN))
        .map(url -> to(url.toString()).with("set-cookie", cookie.header()));
  }

  private Future<Answer> finish(Call call) {
    var back =
        new SsoLogins.Return(
            call.query("code"),
            call.query("state"),
            call.query("iss"),
            call.query("error").isPresent());
    return Future.succeededFuture(logins())
        .compose(known -> known.finish(call, back))
        .map(this::arrived)
        .recover(this::refused);
  }

  private Answer arrived(Arrived arrived) {
    return to(page("ticket=" + arrived.ticket() + "&return=" + escaped(arrived.page())));
  }

  /** Whoever comes back is a person in front of a page, who cannot read a problem in JSON. */
  private Future<Answer> refused(Throwable failure) {
    return failure instanceof Fault fault
        ? Future.succeededFuture(
            to(page("error=" + fault.code())).with("set-cookie", SsoCookie.cleared()))
        : Future.failedFuture(failure);
  }

  private Future<Answer> complete(Call call) {
    return logins().complete(call, call.body().path("ticket").asText());
  }

  private SsoLogins logins() {
    return logins.orElseThrow(
        () -> Fault.of(Fault.Kind.NOT_FOUND, "sso-off", "there is no single sign-on here"));
  }

  /** What stands behind the # stays in the browser. */
  private String page(String fragment) {
    return base + ADMIN + "/sso#" + fragment;
  }

  private static Answer to(String url) {
    return new Answer(302, null, Buffer.buffer(), Map.of("location", url));
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
