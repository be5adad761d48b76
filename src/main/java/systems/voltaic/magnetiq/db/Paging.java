package systems.voltaic.magnetiq.db;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import systems.voltaic.magnetiq.fault.Fault;

/** Which part of a list that is sorted by id, newest first; the cursor is the last id seen. */
public record Paging(int limit, Optional<UUID> after) {

  public static Paging of(int limit, Optional<String> cursor) {
    return new Paging(limit, cursor.map(Paging::id));
  }

  /** Rows to ask for: one more than wanted tells whether there is a next page. */
  public int rows() {
    return limit + 1;
  }

  public <T> Page<T> page(List<T> oneMore, long total, Function<T, UUID> id) {
    boolean more = oneMore.size() > limit;
    List<T> items = more ? oneMore.subList(0, limit) : oneMore;
    return new Page<>(items, more ? id.apply(items.get(limit - 1)).toString() : null, total);
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
