package systems.voltaic.magnetiq.people;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;

/** What can be done to many people at once. */
enum Act {
  @JsonProperty("activate")
  ACTIVATE,
  @JsonProperty("deactivate")
  DEACTIVATE,
  @JsonProperty("delete")
  DELETE,
  @JsonProperty("restore")
  RESTORE,
  @JsonProperty("signOut")
  SIGN_OUT,
  @JsonProperty("addRole")
  ADD_ROLE,
  @JsonProperty("removeRole")
  REMOVE_ROLE;

  /** What is asked for. */
  record Order(List<UUID> ids, Act act, String role) {

    boolean lacksRole() {
      return (act == ADD_ROLE || act == REMOVE_ROLE) && role == null;
    }
  }

  /** Why one of them stays as it is. */
  record Refused(UUID id, String code, String message) {}

  record Outcome(List<UUID> done, List<Refused> refused) {}
}
