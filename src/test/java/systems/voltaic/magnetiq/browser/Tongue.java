package systems.voltaic.magnetiq.browser;

/** The two languages of the admin, for flows that are walked in both. */
enum Tongue {
  EN("en-GB"),
  DE("de-DE");

  final String locale;

  Tongue(String locale) {
    this.locale = locale;
  }

  String of(String english, String german) {
    return this == EN ? english : german;
  }

  Tongue other() {
    return this == EN ? DE : EN;
  }

  /** As accounts keep it. */
  String code() {
    return locale.substring(0, 2);
  }
}
