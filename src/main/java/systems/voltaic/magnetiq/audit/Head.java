package systems.voltaic.magnetiq.audit;

import systems.voltaic.magnetiq.secret.Signature;
import systems.voltaic.magnetiq.secret.Vault;

/** Which seal is the newest, signed, so that nobody can take it away unseen. */
record Head(long seal, String hash, Signature signature) {

  private static final String PURPOSE = "audit.head";

  static Head of(Seal newest, Vault vault) {
    String message = message(newest.number(), newest.hash());
    return new Head(newest.number(), newest.hash(), vault.sign(PURPOSE, message));
  }

  /** Before the first seal there is nothing to sign. */
  boolean isGenuine(Vault vault) {
    boolean empty = seal == 0 && hash.isEmpty() && signature.code().isEmpty();
    return empty
        || vault.judge(PURPOSE, message(seal, hash), signature) == Signature.Judgement.GENUINE;
  }

  boolean names(Seal newest) {
    return seal == newest.number() && hash.equals(newest.hash());
  }

  private static String message(long seal, String hash) {
    return seal + ":" + hash;
  }
}
