package systems.voltaic.magnetiq.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.net.ClientSSLOptions;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is said before the first mail: greeting, EHLO, STARTTLS, login. */
final class SmtpOpening {

  private static final Pattern SIZE = Pattern.compile("(?m)^250[ -]SIZE (\\d{1,15})$");

  private final MailConfig config;
  private final ClientSSLOptions tls;

  SmtpOpening(MailConfig config, ClientSSLOptions tls) {
    this.config = config;
    this.tls = tls;
  }

  /** What the server can do. */
  record Abilities(boolean pipelining, long size, String all) {

    static Abilities of(SmtpReply ehlo) {
      String all = ehlo.text().toUpperCase(Locale.ROOT);
      Matcher size = SIZE.matcher(all);
      long most = size.find() ? Long.parseLong(size.group(1)) : 0;
      return new Abilities(has(all, "PIPELINING"), most == 0 ? Long.MAX_VALUE : most, all);
    }

    private static boolean has(String all, String ability) {
      return Pattern.compile("(?m)^250[ -]" + ability + "\\b").matcher(all).find();
    }

    boolean starttls() {
      return has(all, "STARTTLS");
    }

    boolean login(String mechanism) {
      return has(all, "AUTH\\b.*\\b" + mechanism);
    }
  }

  Future<Abilities> open(SmtpConnection line) {
    Future<Abilities> hello =
        line.greeting().compose(SmtpOpening::accepted).compose(g -> hello(line));
    boolean upgrade = config.tls() == MailConfig.Tls.STARTTLS;
    return (upgrade ? hello.compose(abilities -> encrypted(line, abilities)) : hello)
        .compose(abilities -> loggedIn(line, abilities));
  }

  private Future<Abilities> hello(SmtpConnection line) {
    return line.say("EHLO " + config.domain())
        .compose(reply -> reply.ok() ? Future.succeededFuture(reply) : oldHello(line))
        .map(Abilities::of);
  }

  private Future<SmtpReply> oldHello(SmtpConnection line) {
    return line.say("HELO " + config.domain()).compose(SmtpOpening::accepted);
  }

  private Future<Abilities> encrypted(SmtpConnection line, Abilities abilities) {
    if (!abilities.starttls()) {
      return Future.failedFuture("the mail server offers no STARTTLS: set SMTP_TLS to tls or none");
    }
    return line.say("STARTTLS")
        .compose(SmtpOpening::accepted)
        .compose(ready -> line.encrypt(tls, config.host().orElseThrow()))
        .compose(encrypted -> hello(line));
  }

  private Future<Abilities> loggedIn(SmtpConnection line, Abilities abilities) {
    Optional<String> user = config.username();
    if (user.isEmpty()) {
      return Future.succeededFuture(abilities);
    }
    String password = config.password().orElseThrow();
    if (abilities.login("PLAIN")) {
      String proof = base64("\0" + user.get() + "\0" + password);
      return line.say("AUTH PLAIN " + proof).compose(SmtpOpening::accepted).map(abilities);
    }
    if (abilities.login("LOGIN")) {
      return line.say("AUTH LOGIN")
          .compose(SmtpOpening::accepted)
          .compose(name -> line.say(base64(user.get())))
          .compose(SmtpOpening::accepted)
          .compose(word -> line.say(base64(password)))
          .compose(SmtpOpening::accepted)
          .map(abilities);
    }
    return Future.failedFuture("the mail server offers neither AUTH PLAIN nor AUTH LOGIN");
  }

  private static Future<SmtpReply> accepted(SmtpReply reply) {
    return reply.ok() ? Future.succeededFuture(reply) : Future.failedFuture(reply.words());
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
