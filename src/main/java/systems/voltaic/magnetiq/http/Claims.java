package systems.voltaic.magnetiq.http;

import java.util.IdentityHashMap;
import systems.voltaic.magnetiq.access.Caller;

/** Which calls carry a claim, by the very caller: request ids may be the same, objects are not. */
final class Claims {

  private final IdentityHashMap<Caller, Claim> claims = new IdentityHashMap<>();

  synchronized void put(Caller caller, Claim claim) {
    claims.put(caller, claim);
  }

  synchronized Claim get(Caller caller) {
    return claims.get(caller);
  }

  synchronized void remove(Caller caller) {
    claims.remove(caller);
  }
}
