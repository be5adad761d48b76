package systems.voltaic.magnetiq.people.session;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import systems.voltaic.magnetiq.access.Identity;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.json.Json;

/** Reads what a person sees of itself. */
final class MeSql {

  private static final String ME =
      """
      SELECT p.id, p.email, p.name, p.language, p.zone, p.version,
             p.password IS NOT NULL AS has_password, p.avatar IS NOT NULL AS has_avatar,
             coalesce((SELECT json_agg(json_build_object('name', r.name, 'title', r.title)
                                       ORDER BY r.rank DESC, r.name)
                         FROM person_role m JOIN role r ON r.id = m.role_id
                        WHERE m.person_id = p.id), '[]'::json)::text AS roles,
             EXISTS(SELECT 1 FROM person_role m JOIN role r ON r.id = m.role_id
                     WHERE m.person_id = p.id AND r.second_factor) AS required,
             EXISTS(SELECT 1 FROM totp t
                     WHERE t.person_id = p.id AND t.confirmed_at IS NOT NULL)
               OR EXISTS(SELECT 1 FROM passkey k WHERE k.person_id = p.id) AS enrolled
        FROM person p
       WHERE p.id = $1::uuid
      """;

  Future<Optional<Me>> read(Session session, Identity who, Set<String> may, int idleMinutes) {
    return session
        .run(ME, Tuple.of(who.person()))
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(me(rows.iterator().next(), who, may, idleMinutes)));
  }

  private static Me me(Row row, Identity who, Set<String> may, int idleMinutes) {
    return new Me(
        row.getUUID("id"),
        row.getString("email"),
        row.getString("name"),
        row.getString("language"),
        row.getString("zone"),
        Json.parse(row.getString("roles")),
        who.rank(),
        new TreeSet<>(may),
        new Me.SecondFactor(row.getBoolean("required"), row.getBoolean("enrolled")),
        row.getBoolean("has_password"),
        row.getBoolean("has_avatar"),
        who.authenticatedAt(),
        idleMinutes,
        row.getLong("version"));
  }
}
