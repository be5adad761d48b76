package systems.voltaic.magnetiq.mail;

import io.vertx.core.Future;
import java.util.Locale;
import systems.voltaic.magnetiq.db.Paging;
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
    api.on("sendTestMail", this::test)
        .on("listMails", this::list)
        .on("getMail", call -> mails.open(call.caller(), call.pathId("id")).map(Answer::ok))
        .on("retryMail", this::retry);
  }

  private Future<Answer> test(Call call) {
    var wanted = call.body(Mails.TestMail.class);
    return mails.sendTest(call.caller(), wanted).map(MailRoutes::queued);
  }

  private Future<Answer> list(Call call) {
    var state = call.query("state").map(s -> Mail.State.valueOf(s.toUpperCase(Locale.ROOT)));
    var paging = Paging.of(call.query("limit", PAGE), call.query("cursor"));
    return mails.list(call.caller(), state, paging).map(Answer::ok);
  }

  private Future<Answer> retry(Call call) {
    return mails.retry(call.caller(), call.pathId("id")).map(Answer::accepted);
  }

  private static Answer queued(Mail mail) {
    return Answer.accepted(mail).with("location", "/api/v1/mail/" + mail.id());
  }
}
