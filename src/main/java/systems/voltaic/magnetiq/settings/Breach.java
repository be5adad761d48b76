package systems.voltaic.magnetiq.settings;

/**
 * How a value breaks its rule.
 *
 * @param code names the sentence in the catalogues, with its values behind a colon
 * @param sentence the same in English: what the value must be
 */
record Breach(String code, String sentence) {

  /** The same of the text in one language. */
  Breach in(String language) {
    int colon = code.indexOf(':');
    String bare = colon < 0 ? code : code.substring(0, colon);
    String values = colon < 0 ? "" : ".." + code.substring(colon + 1);
    return new Breach(bare + "-of:" + language + values, language + " " + sentence);
  }
}
