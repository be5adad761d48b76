package systems.voltaic.magnetiq.people.factor;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import systems.voltaic.magnetiq.db.Tx;

/** The recovery_code table. */
final class RecoverySql {

  private static final String DELETE = "DELETE FROM recovery_code WHERE person_id = $1::uuid";

  private static final String INSERT =
      "INSERT INTO recovery_code (person_id, hash) VALUES ($1::uuid, $2::bytea)";

  private static final String USE =
      """
      UPDATE recovery_code SET used_at = $3::timestamptz
       WHERE person_id = $1::uuid AND hash = $2::bytea AND used_at IS NULL
      """;

  Future<Void> replace(Tx tx, UUID person, List<byte[]> hashes) {
    List<Tuple> rows = hashes.stream().map(hash -> Tuple.of(person, Buffer.buffer(hash))).toList();
    return delete(tx, person).compose(gone -> tx.batch(INSERT, rows)).mapEmpty();
  }

  Future<Void> delete(Tx tx, UUID person) {
    return tx.run(DELETE, Tuple.of(person)).mapEmpty();
  }

  /** True for one of many who come with the same code. */
  Future<Boolean> use(Tx tx, UUID person, byte[] hash, Instant now) {
    return tx.run(USE, Tuple.of(person, Buffer.buffer(hash), now.atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.rowCount() == 1);
  }
}
