package systems.voltaic.magnetiq.people;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;

/** The pictures in the person table. */
final class ProfileSql {

  private static final String AVATAR =
      """
      SELECT avatar_type, avatar FROM person
       WHERE id = $1::uuid AND state <> 'deleted' AND avatar_type IS NOT NULL
      """;

  private static final String SET_AVATAR =
      """
      UPDATE person SET avatar = $2::bytea, avatar_type = $3::text, version = version + 1
       WHERE id = $1::uuid
      """;

  private static final String REMOVE_AVATAR =
      """
      UPDATE person SET avatar = NULL, avatar_type = NULL, version = version + 1
       WHERE id = $1::uuid AND avatar_type IS NOT NULL
      """;

  record Avatar(String type, Buffer bytes) {}

  Future<Optional<Avatar>> avatar(Session session, UUID person) {
    return session
        .run(AVATAR, Tuple.of(person))
        .map(
            rows ->
                PersonSql.stream(rows)
                    .map(row -> new Avatar(row.getString(0), row.getBuffer(1)))
                    .findFirst());
  }

  Future<Void> setAvatar(Tx tx, UUID person, Avatar avatar) {
    return tx.run(SET_AVATAR, Tuple.of(person, avatar.bytes(), avatar.type())).mapEmpty();
  }

  /** Whether there was one. */
  Future<Boolean> removeAvatar(Tx tx, UUID person) {
    return tx.run(REMOVE_AVATAR, Tuple.of(person)).map(rows -> rows.rowCount() == 1);
  }
}
