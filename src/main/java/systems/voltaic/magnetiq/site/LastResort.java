package systems.voltaic.magnetiq.site;

import io.vertx.core.buffer.Buffer;
import systems.voltaic.magnetiq.access.Language;

/** The page for when not even the frame of the site is known. */
final class LastResort {

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="%s">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      <title>%s</title>
      </head>
      <body>
      <main>
      <h1>%s</h1>
      <p>%s</p>
      </main>
      </body>
      </html>
      """;

  static Buffer page(Language language) {
    return language == Language.DE
        ? page(
            "de",
            "Diese Seite ist gerade nicht erreichbar",
            "Wir arbeiten daran. Bitte versuchen Sie es in einer Minute noch einmal.")
        : page(
            "en",
            "This page cannot be reached right now",
            "We are on it. Please try again in a minute.");
  }

  private static Buffer page(String language, String title, String sentence) {
    return Buffer.buffer(PAGE.formatted(language, title, title, sentence));
  }

  private LastResort() {}
}
