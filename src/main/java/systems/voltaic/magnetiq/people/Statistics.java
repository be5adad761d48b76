package systems.voltaic.magnetiq.people;

import java.util.List;
import java.util.Map;

/** How many people there are, by state and role; of the last three figures, among active ones. */
record Statistics(
    Map<String, Long> byState,
    List<OfRole> byRole,
    long signedInLast30Days,
    long withSecondFactor,
    long neverSignedIn) {

  record OfRole(String role, long people) {}
}
