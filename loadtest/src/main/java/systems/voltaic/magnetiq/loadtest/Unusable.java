package systems.voltaic.magnetiq.loadtest;

/** It cannot be measured here: one sentence that says what to do. */
final class Unusable extends RuntimeException {

  private static final long serialVersionUID = 1;

  Unusable(String sentence) {
    super(sentence);
  }
}
