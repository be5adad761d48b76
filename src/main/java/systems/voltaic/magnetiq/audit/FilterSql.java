package systems.voltaic.magnetiq.audit;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import systems.voltaic.magnetiq.db.Words;

/** The conditions of a filter: only those that are asked for, so that each finds its index. */
final class FilterSql {

  private static final String WORDS =
      "to_tsvector('simple', translate(action || ' ' || subject, '.:/_-', '     '))";

  /** Behind everything that begins with a text. */
  private static final String END = "\uffff";

  private final StringBuilder text = new StringBuilder("WHERE true");
  private final Tuple values = Tuple.tuple();

  static FilterSql of(Filter filter) {
    var sql = new FilterSql();
    filter.actor().ifPresent(actor -> sql.and("actor = ?::text", actor));
    filter.action().ifPresent(sql::actionBegins);
    filter.subject().ifPresent(subject -> sql.and("subject = ?::text", subject));
    filter.from().ifPresent(from -> sql.and("at >= ?::timestamptz", utc(from)));
    filter.until().ifPresent(until -> sql.and("at < ?::timestamptz", utc(until)));
    filter.q().ifPresent(q -> sql.and(WORDS + " @@ ?::text::tsquery", Words.beginnings(q)));
    return sql;
  }

  FilterSql before(Optional<UUID> id) {
    id.ifPresent(seen -> and("id < ?::uuid", seen));
    return this;
  }

  private void actionBegins(String prefix) {
    and("action ~>=~ ?::text", prefix);
    and("action ~<~ ?::text", prefix + END);
  }

  private void and(String condition, Object value) {
    values.addValue(value);
    text.append(" AND ").append(condition.replace("?", "$" + values.size()));
  }

  /** With a limit as the last value. */
  String limited(int rows) {
    values.addInteger(rows);
    return text + " ORDER BY id DESC LIMIT $" + values.size() + "::int";
  }

  String text() {
    return text.toString();
  }

  Tuple values() {
    return values;
  }

  private static Object utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
