package systems.voltaic.magnetiq.people;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.db.Failures;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.json.Json;
import systems.voltaic.magnetiq.people.login.EmailAddress;

/** The person table, with the roles that each has. */
final class PersonSql {

  /** Of a person p. */
  static final String COLUMNS =
      """
      p.id, p.email, p.name, p.language, p.zone, p.state, p.created_at, p.last_login_at,
      p.deleted_at, p.version, p.avatar_type IS NOT NULL AS has_avatar,
      EXISTS (SELECT FROM totp t WHERE t.person_id = p.id AND t.confirmed_at IS NOT NULL)
        OR EXISTS (SELECT FROM passkey k WHERE k.person_id = p.id) AS second_factor,
      (SELECT coalesce(json_agg(json_build_object('name', r.name, 'title', r.title,
                'rank', r.rank) ORDER BY r.rank DESC, r.name), '[]')::text
         FROM person_role m JOIN role r ON r.id = m.role_id
        WHERE m.person_id = p.id) AS roles
      """;

  private static final String LOCK =
      "SELECT id FROM person WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE";

  private static final String BY_IDS =
      "SELECT " + COLUMNS + "  FROM person p WHERE p.id = ANY($1::uuid[])";

  private static final String INSERT =
      """
      INSERT INTO person (id, email, email_key, name, language, zone, state)
           VALUES ($1::uuid, $2::text, $3::text, $4::text, $5::text, $6::text, 'invited')
      """;

  private static final String UPDATE =
      """
      UPDATE person
         SET name = $2::text, language = $3::text, zone = $4::text, version = version + 1
       WHERE id = $1::uuid
      """;

  private static final String MOVE =
      """
      UPDATE person
         SET state = $2::text, version = version + 1,
             deleted_at = CASE WHEN $2::text = 'deleted' THEN $3::timestamptz END
       WHERE id = $1::uuid
      """;

  private static final String TOUCH = "UPDATE person SET version = version + 1 WHERE id = $1::uuid";

  private static final String CAN_SIGN_IN =
      """
      SELECT password IS NOT NULL
             OR EXISTS (SELECT FROM passkey k WHERE k.person_id = person.id)
             OR EXISTS (SELECT FROM sso_identity s WHERE s.person_id = person.id)
        FROM person WHERE id = $1::uuid
      """;

  private static final String TAKEN =
      """
      SELECT EXISTS (SELECT FROM person other JOIN person p ON other.email_key = p.email_key
                      WHERE p.id = $1::uuid AND other.id <> p.id AND other.state <> 'deleted')
      """;

  private static final String EMAIL_KEY = "SELECT email_key FROM person WHERE id = $1::uuid";

  private static final String PURGE =
      "DELETE FROM person WHERE id = $1::uuid AND state = 'deleted'";

  private static final String OVERDUE =
      """
      SELECT id FROM person WHERE state = 'deleted' AND deleted_at < $1::timestamptz
       ORDER BY id LIMIT 100
      """;

  private static final String TAKE_ROLES =
      "DELETE FROM person_role WHERE person_id = $1::uuid AND role_id <> ALL($2::uuid[])";

  private static final String GIVE_ROLES =
      """
      INSERT INTO person_role (person_id, role_id)
           SELECT $1::uuid, unnest($2::uuid[]) ON CONFLICT DO NOTHING
      """;

  /** Where {@link #backToMark} goes back to, in an open transaction. */
  Future<Void> mark(Tx tx) {
    return tx.run("SAVEPOINT person").mapEmpty();
  }

  Future<Void> backToMark(Tx tx) {
    return tx.run("ROLLBACK TO SAVEPOINT person").mapEmpty();
  }

  Future<Person> byId(Session session, UUID id) {
    return byIds(session, List.of(id)).map(found -> required(found, id));
  }

  /**
   * Holds the rows until the end of the transaction, always in the same order; what they say is
   * read after the wait, so that nobody decides on what has just changed.
   */
  Future<Map<UUID, Person>> lock(Tx tx, List<UUID> ids) {
    return tx.run(LOCK, all(ids)).compose(held -> byIds(tx, ids));
  }

  private Future<Map<UUID, Person>> byIds(Session session, List<UUID> ids) {
    return session.run(BY_IDS, all(ids)).map(PersonSql::byId);
  }

  Future<Void> insert(Tx tx, UUID id, EmailAddress email, Person.Draft draft, String name) {
    var values =
        Tuple.of(id, email.text(), email.key(), name, draft.language().tag())
            .addString(draft.zoneOrDefault());
    return tx.run(INSERT, values).recover(PersonSql::meant).mapEmpty();
  }

  Future<Void> update(Tx tx, UUID id, String name, Language language, String zone) {
    return tx.run(UPDATE, Tuple.of(id, name, language.tag(), zone)).mapEmpty();
  }

  Future<Void> move(Tx tx, UUID id, Person.State to, Instant now) {
    return tx.run(MOVE, Tuple.of(id, to.tag(), now.atOffset(ZoneOffset.UTC))).mapEmpty();
  }

  Future<Void> touch(Tx tx, UUID id) {
    return tx.run(TOUCH, Tuple.of(id)).mapEmpty();
  }

  /** Whether there is a way in: somebody who never accepted an invitation has none. */
  Future<Boolean> canSignIn(Tx tx, UUID id) {
    return tx.run(CAN_SIGN_IN, Tuple.of(id)).map(rows -> rows.iterator().next().getBoolean(0));
  }

  /** Whether somebody else has this person's e-mail address by now. */
  Future<Boolean> isTaken(Tx tx, UUID id) {
    return tx.run(TAKEN, Tuple.of(id)).map(rows -> rows.iterator().next().getBoolean(0));
  }

  Future<String> emailKey(Tx tx, UUID id) {
    return tx.run(EMAIL_KEY, Tuple.of(id)).map(rows -> rows.iterator().next().getString(0));
  }

  Future<Void> setRoles(Tx tx, UUID id, List<UUID> roles) {
    var values = Tuple.of(id).addArrayOfUUID(roles.toArray(UUID[]::new));
    return tx.run(TAKE_ROLES, values).compose(taken -> tx.run(GIVE_ROLES, values)).mapEmpty();
  }

  /** With everything that hangs on it. */
  Future<Void> purge(Tx tx, UUID id) {
    return tx.run(PURGE, Tuple.of(id)).mapEmpty();
  }

  Future<List<UUID>> overdue(Session session, Instant deletedBefore) {
    return session
        .run(OVERDUE, Tuple.of(deletedBefore.atOffset(ZoneOffset.UTC)))
        .map(rows -> stream(rows).map(row -> row.getUUID(0)).toList());
  }

  static Fault emailTaken() {
    return Fault.conflict("email-taken", "somebody else has this e-mail address");
  }

  static Person required(Map<UUID, Person> people, UUID id) {
    Person found = people.get(id);
    if (found == null) {
      throw Fault.notFound("person", id);
    }
    return found;
  }

  /** Whether somebody else took the address while the statement was under way. */
  static boolean lostAddress(Throwable failure) {
    return Failures.breaks("person_email", failure);
  }

  static <T> Future<T> meant(Throwable failure) {
    return Future.failedFuture(lostAddress(failure) ? emailTaken() : failure);
  }

  private static Map<UUID, Person> byId(RowSet<Row> rows) {
    var people = new LinkedHashMap<UUID, Person>();
    rows.forEach(row -> people.put(row.getUUID("id"), person(row)));
    return people;
  }

  private static Tuple all(List<UUID> ids) {
    return Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new));
  }

  static Stream<Row> stream(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false);
  }

  static Person person(Row row) {
    JsonNode roles = Json.parse(row.getString("roles"));
    return new Person(
        row.getUUID("id"),
        row.getString("email"),
        row.getString("name"),
        Language.of(row.getString("language")),
        row.getString("zone"),
        Person.State.of(row.getString("state")),
        held(roles),
        roles.path(0).path("rank").asInt(0),
        row.getBoolean("second_factor"),
        row.getBoolean("has_avatar"),
        instant(row, "created_at"),
        instant(row, "last_login_at"),
        instant(row, "deleted_at"),
        row.getLong("version"),
        false);
  }

  private static List<Person.Held> held(JsonNode roles) {
    var held = new ArrayList<Person.Held>();
    for (JsonNode role : roles) {
      var title = Json.read(role.path("title"), Localized.class);
      held.add(new Person.Held(role.path("name").asText(), title));
    }
    return List.copyOf(held);
  }

  private static Instant instant(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }
}
