package systems.voltaic.magnetiq.people.factor;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What proves, besides the password, that somebody is who they say. */
public enum Kind {
  @JsonProperty("totp")
  TOTP("totp"),
  @JsonProperty("passkey")
  PASSKEY("passkey"),
  @JsonProperty("recoveryCode")
  RECOVERY_CODE("recoveryCode");

  private final String word;

  Kind(String word) {
    this.word = word;
  }

  /** As in the contract, and among the methods of a session. */
  public String word() {
    return word;
  }
}
