package systems.voltaic.magnetiq.people;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import systems.voltaic.magnetiq.csv.Csv;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.http.Pieces;
import systems.voltaic.magnetiq.json.Json;

/** A copy of the people who are asked for, made a few hundred at a time while it is sent. */
final class Export implements Pieces {

  static final int AT_ONCE = 250;

  private final PersonListSql sql = new PersonListSql();
  private final Session session;
  private final Optional<PersonFilter> filter;
  private final boolean csv;
  private Optional<UUID> last = Optional.empty();
  private boolean begun;
  private boolean over;

  /**
   * @param filter empty when nobody can be meant
   */
  Export(Session session, Optional<PersonFilter> filter, boolean csv) {
    this.session = session;
    this.filter = filter;
    this.csv = csv;
  }

  @Override
  public Future<Buffer> next() {
    return over ? Future.succeededFuture(Buffer.buffer()) : some().map(this::written);
  }

  private Future<List<Person>> some() {
    return filter.isEmpty()
        ? Future.succeededFuture(List.of())
        : sql.byId(session, filter.get(), last, AT_ONCE);
  }

  private Buffer written(List<Person> people) {
    Buffer piece = csv && !begun ? head() : Buffer.buffer();
    begun = true;
    over = people.size() < AT_ONCE;
    people.forEach(person -> piece.appendBuffer(csv ? row(person) : line(person)));
    if (!people.isEmpty()) {
      last = Optional.of(people.get(people.size() - 1).id());
    }
    return piece;
  }

  private static Buffer head() {
    return Csv.row(
        "id",
        "email",
        "name",
        "language",
        "zone",
        "state",
        "roles",
        "secondFactor",
        "createdAt",
        "lastLoginAt",
        "deletedAt");
  }

  private static Buffer row(Person person) {
    return Csv.row(
        person.id().toString(),
        person.email(),
        person.name(),
        person.language().tag(),
        person.zone(),
        person.state().tag(),
        String.join(" ", person.roleNames()),
        Boolean.toString(person.secondFactor()),
        text(person.createdAt()),
        text(person.lastLoginAt()),
        text(person.deletedAt()));
  }

  private static Buffer line(Person person) {
    return Json.write(person).appendString("\n");
  }

  private static String text(Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
