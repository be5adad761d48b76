package systems.voltaic.magnetiq.people;

import java.util.List;
import java.util.UUID;

/**
 * What somebody may do, under a name.
 *
 * @param rank nobody manages a person of an equal or higher one
 * @param secondFactor whether its people must have one
 * @param builtIn part of the program: nobody changes it
 * @param people how many have it
 */
public record Role(
    UUID id,
    String name,
    Localized title,
    int rank,
    List<String> permissions,
    boolean secondFactor,
    boolean builtIn,
    long people,
    long version) {

  /** What is asked for. */
  record Draft(
      String name, Localized title, int rank, List<String> permissions, boolean secondFactor) {

    Draft {
      permissions = permissions.stream().distinct().sorted().toList();
    }

    /** More people, or more acts, or with less proof. */
    boolean allowsMoreThan(Role now) {
      return rank > now.rank()
          || !now.permissions().containsAll(permissions)
          || (now.secondFactor() && !secondFactor);
    }
  }

  /** What is to change; null is what stays. */
  record Patch(
      String name, Localized title, Integer rank, List<String> permissions, Boolean secondFactor) {

    Draft on(Role now) {
      return new Draft(
          name == null ? now.name() : name,
          title == null ? now.title() : title,
          rank == null ? now.rank() : rank,
          permissions == null ? now.permissions() : permissions,
          secondFactor == null ? now.secondFactor() : secondFactor);
    }
  }

  String subject() {
    return "role:" + id;
  }
}
