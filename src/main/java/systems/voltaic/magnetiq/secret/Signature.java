package systems.voltaic.magnetiq.secret;

/**
 * Proof that something was written by this installation.
 *
 * @param key names what it was made with, so that it can still be judged after a rotation
 */
public record Signature(String key, String code) {

  public enum Judgement {
    GENUINE,
    FORGED,
    UNKNOWN_KEY
  }
}
