package systems.voltaic.magnetiq.http;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import systems.voltaic.magnetiq.access.Language;

/** The page that the type of a problem points to. */
final class ProblemPages {

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="%s">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      </head>
      <body>
      <main>
      <h1>%s</h1>
      <p>%s</p>
      <p><code>%s</code></p>
      </main>
      </body>
      </html>
      """;
  private static final String POLICY = "default-src 'none'; frame-ancestors 'none'";

  private final Messages messages;

  ProblemPages(Messages messages) {
    this.messages = messages;
  }

  /** Only codes of the catalogue have a page, so nothing that was sent is ever written into one. */
  Optional<Answer> page(String code, Language language) {
    return messages
        .find(language, code + ".title")
        .map(title -> write(code, language, title))
        .map(html -> Finished.bytes("text/html; charset=utf-8", html, POLICY))
        .map(answer -> answer.with("vary", "Accept-Language"));
  }

  private Buffer write(String code, Language language, String title) {
    String detail = messages.say(language, code + ".detail");
    String tag = language.locale().getLanguage();
    return Buffer.buffer(PAGE.formatted(tag, title, title, detail, code));
  }
}
