package systems.voltaic.magnetiq.job;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import systems.voltaic.magnetiq.fault.Fault;

/** Which part of the list; the cursor is the id of the last job seen. */
record Paging(int limit, Optional<UUID> after) {

  static Paging of(int limit, Optional<String> cursor) {
    return new Paging(limit, cursor.map(Paging::id));
  }

  JobPage page(List<Job> oneMore, long total) {
    boolean more = oneMore.size() > limit;
    var items = more ? oneMore.subList(0, limit) : oneMore;
    return new JobPage(items, more ? items.get(limit - 1).id().toString() : null, total);
  }

  private static UUID id(String cursor) {
    try {
      return UUID.fromString(cursor);
    } catch (IllegalArgumentException e) {
      var detail = new Fault.Detail("/cursor", "cursor", "not a nextCursor of this list");
      throw Fault.invalid("invalid", "the cursor is not one of this list", List.of(detail));
    }
  }
}
