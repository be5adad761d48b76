package systems.voltaic.magnetiq.mail;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Api;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.http.Routes;

/** Mail over HTTP. */
public final class MailRoutes implements Routes {

  private static final int PAGE = 20;

  private final Mails mails;

  public MailRoutes(Mails mails) {
    this.mails = mails;
  }

  @Override
  public void mount(Api api) {
    api.on(
            "sendTestMail",
            call ->
                mails
                    .sendTest(call.caller(), call.body(Mails.TestMail.class))
                    .map(MailRoutes::queued))
        .on("listMails", call -> list(call).map(Answer::ok))
        .on("getMail", call -> mails.byId(call.caller(), call.pathId("id")).map(Answer::ok))
        .on(
            "retryMail",
            call -> mails.retry(call.caller(), call.pathId("id")).map(Answer::accepted));
  }

  private io.vertx.core.Future<MailPage> list(Call call) {
    var state = call.query("state").map(s -> Mail.State.valueOf(s.toUpperCase(Locale.ROOT)));
    var after = call.query("cursor").map(MailRoutes::id);
    return mails.list(call.caller(), state, after, call.query("limit", PAGE));
  }

  private static Answer queued(Mail mail) {
    return Answer.accepted(mail).with("location", "/api/v1/mail/" + mail.id());
  }

  private static UUID id(String cursor) {
    try {
      return UUID.fromString(cursor);
    } catch (IllegalArgumentException e) {
      var detail = new Fault.Detail("/cursor", "cursor", "not a nextCursor of this list");
      throw Fault.invalid("invalid", "the cursor is not one of this list", List.of(detail));
    }
  }
}
