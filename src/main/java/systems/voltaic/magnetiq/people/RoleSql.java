package systems.voltaic.magnetiq.people;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import systems.voltaic.magnetiq.db.Failures;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.json.Json;
import systems.voltaic.magnetiq.people.session.Rights;

/** The role table; what a built-in role may do comes from the program. */
final class RoleSql {

  private static final int FEW = 5_000;

  private static final String COLUMNS =
      """
      id, name, title::text AS title, rank, permissions, second_factor, built_in, version,
      (SELECT count(*) FROM person_role m WHERE m.role_id = role.id) AS people
      """;

  private static final String LIST =
      "SELECT " + COLUMNS + " FROM role ORDER BY rank DESC, name LIMIT 200";

  private static final String BY_ID = "SELECT " + COLUMNS + " FROM role WHERE id = $1::uuid";

  private static final String LOCK = "SELECT id FROM role WHERE id = $1::uuid FOR UPDATE";

  private static final String COUNT = "SELECT count(*) FROM role";

  private static final String WITH_PEOPLE =
      """
      SELECT id, (SELECT count(*) FROM (SELECT FROM person_role m
                   WHERE m.role_id = role.id LIMIT $2::int + 1) few) <= $2::int AS rare
        FROM role
       WHERE name = $1::text
      """;

  /** Held so that a role does not grow while it is given. */
  private static final String BY_NAMES =
      """
      SELECT id, name, title::text AS title, rank, permissions, second_factor, built_in, version,
             0::bigint AS people
        FROM role
       WHERE name = ANY($1::text[])
       ORDER BY id
         FOR SHARE
      """;

  private static final String INSERT =
      """
      INSERT INTO role (id, name, title, rank, permissions, second_factor)
           VALUES ($1::uuid, $2::text, $3::text::jsonb, $4::int, $5::text[], $6::boolean)
      """;

  private static final String UPDATE =
      """
      UPDATE role
         SET name = $2::text, title = $3::text::jsonb, rank = $4::int, permissions = $5::text[],
             second_factor = $6::boolean, version = version + 1, changed_at = now()
       WHERE id = $1::uuid AND NOT built_in
      """;

  private static final String DELETE = "DELETE FROM role WHERE id = $1::uuid AND NOT built_in";

  private final Rights rights;

  RoleSql(Rights rights) {
    this.rights = rights;
  }

  Future<List<Role>> list(Session session) {
    return session.run(LIST).map(this::roles);
  }

  Future<Role> byId(Session session, UUID id) {
    return session.run(BY_ID, Tuple.of(id)).map(rows -> required(rows, id));
  }

  /** Holds the row until the end of the transaction. */
  Future<Role> lock(Tx tx, UUID id) {
    return tx.run(LOCK, Tuple.of(id)).compose(held -> byId(tx, id));
  }

  Future<Long> count(Session session) {
    return session.run(COUNT).map(rows -> rows.iterator().next().getLong(0));
  }

  Future<Optional<PersonFilter.OfRole>> find(Session session, String name) {
    return session
        .run(WITH_PEOPLE, Tuple.of(name, FEW))
        .map(rows -> stream(rows).findFirst().map(RoleSql::ofRole));
  }

  private static PersonFilter.OfRole ofRole(Row row) {
    return new PersonFilter.OfRole(row.getUUID("id"), row.getBoolean("rare"));
  }

  Future<List<Role>> byNames(Tx tx, List<String> names) {
    var values = Tuple.tuple().addArrayOfString(names.toArray(String[]::new));
    return tx.run(BY_NAMES, values).map(this::roles);
  }

  Future<Void> insert(Tx tx, UUID id, Role.Draft draft) {
    return tx.run(INSERT, values(id, draft)).recover(RoleSql::meant).mapEmpty();
  }

  Future<Void> update(Tx tx, UUID id, Role.Draft to) {
    return tx.run(UPDATE, values(id, to)).recover(RoleSql::meant).mapEmpty();
  }

  Future<Void> delete(Tx tx, UUID id) {
    return tx.run(DELETE, Tuple.of(id)).recover(RoleSql::meant).mapEmpty();
  }

  static Fault used() {
    return Fault.conflict("role-used", "people have this role: take it from them first");
  }

  private static Tuple values(UUID id, Role.Draft draft) {
    return Tuple.of(id, draft.name(), Json.tree(draft.title()).toString(), draft.rank())
        .addArrayOfString(draft.permissions().toArray(String[]::new))
        .addBoolean(draft.secondFactor());
  }

  private static <T> Future<T> meant(Throwable failure) {
    if (Failures.breaks("role_name_key", failure)) {
      return Future.failedFuture(
          Fault.conflict("role-taken", "there is a role of this name already"));
    }
    return Future.failedFuture(
        Failures.breaks("person_role_role_id_fkey", failure) ? used() : failure);
  }

  private Role required(RowSet<Row> rows, UUID id) {
    return roles(rows).stream().findFirst().orElseThrow(() -> Fault.notFound("role", id));
  }

  private List<Role> roles(RowSet<Row> rows) {
    return stream(rows).map(this::role).toList();
  }

  private static java.util.stream.Stream<Row> stream(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false);
  }

  private Role role(Row row) {
    String name = row.getString("name");
    boolean builtIn = row.getBoolean("built_in");
    return new Role(
        row.getUUID("id"),
        name,
        Json.read(Json.parse(row.getString("title")), Localized.class),
        row.getInteger("rank"),
        builtIn
            ? rights.ofBuiltIn(name).stream().sorted().toList()
            : List.of(row.getArrayOfStrings("permissions")),
        row.getBoolean("second_factor"),
        builtIn,
        row.getLong("people"),
        row.getLong("version"));
  }
}
