package systems.voltaic.magnetiq.mail;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.db.Paging;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;

/** The mail table. */
final class MailSql {

  private static final String INSERT =
      """
      INSERT INTO mail (id, template, recipient, subject, language, headers, html, text)
      VALUES ($1::uuid, $2::text, $3::text, $4::text, $5::text, $6::jsonb, $7::text, $8::text)
      """;

  private static final String TAKE =
      """
      UPDATE mail SET state = 'leased', attempts = attempts + 1
       WHERE id = ANY($1::uuid[]) AND state IN ('queued', 'leased')
      RETURNING id, template, recipient, subject, language, headers, state, attempts, last_error,
                created_at, sent_at, html, text
      """;

  private static final String SENT =
      """
      UPDATE mail SET state = 'sent', sent_at = now(), last_error = NULL
       WHERE id = ANY($1::uuid[]) AND state IN ('queued', 'leased', 'failed')
      """;

  private static final String NOT_SENT =
      """
      UPDATE mail SET state = $2::text, last_error = left($3::text, 500)
       WHERE id = $1::uuid AND state IN ('queued', 'leased')
      """;

  private static final String NOT_TRIED =
      """
      UPDATE mail SET state = 'queued', attempts = attempts - 1
       WHERE id = $1::uuid AND state = 'leased'
      """;

  private static final String AGAIN =
      """
      UPDATE mail SET state = 'queued', attempts = 0
       WHERE id = $1::uuid AND state IN ('failed', 'bounced')
      RETURNING id
      """;

  private static final String LIST =
      """
      SELECT id, template, recipient, subject, language, headers, state, attempts, last_error,
             created_at, sent_at, NULL::text AS html, NULL::text AS text
        FROM mail
       WHERE ($1::text IS NULL OR state = $1::text)
         AND ($2::uuid IS NULL OR id < $2::uuid)
       ORDER BY id DESC
       LIMIT $3::int
      """;

  private static final String COUNT =
      """
      SELECT count(*)
        FROM (SELECT FROM mail WHERE $1::text IS NULL OR state = $1::text LIMIT 10000) found
      """;

  private static final String BY_ID =
      """
      SELECT id, template, recipient, subject, language, headers, state, attempts, last_error,
             created_at, sent_at, html, text
        FROM mail
       WHERE id = $1::uuid
      """;

  private static final String PURGE =
      """
      DELETE FROM mail
       WHERE id IN (SELECT id FROM mail
                     WHERE created_at < now() - $1::bigint * interval '1 second'
                       AND state IN ('sent', 'failed', 'bounced') LIMIT 10000)
      """;

  Future<Void> insert(Tx tx, List<UUID> ids, List<Mail.Draft> drafts) {
    List<Tuple> rows = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      rows.add(row(ids.get(i), drafts.get(i)));
    }
    return tx.batch(INSERT, rows).mapEmpty();
  }

  /** Those that are still to be sent; what is missing was sent or given up meanwhile. */
  Future<Map<UUID, Mail>> take(Session session, List<UUID> ids) {
    return session.run(TAKE, Tuple.of(ids.toArray(UUID[]::new))).map(MailSql::byId);
  }

  Future<Void> sent(Tx tx, List<UUID> ids) {
    return tx.run(SENT, Tuple.of(ids.toArray(UUID[]::new))).mapEmpty();
  }

  Future<Void> notSent(Session session, UUID id, Mail.State state, String error) {
    return session.run(NOT_SENT, Tuple.of(id, text(state), error)).mapEmpty();
  }

  Future<Void> notTried(Tx tx, UUID id) {
    return tx.run(NOT_TRIED, Tuple.of(id)).mapEmpty();
  }

  /** Whether there was one to try again. */
  Future<Boolean> again(Tx tx, UUID id) {
    return tx.run(AGAIN, Tuple.of(id)).map(rows -> rows.size() == 1);
  }

  Future<Integer> purge(Tx tx, Duration olderThan) {
    return tx.run(PURGE, Tuple.of(olderThan.toSeconds())).map(RowSet::rowCount);
  }

  Future<List<Mail>> list(Session session, Optional<Mail.State> state, Paging paging) {
    var values =
        Tuple.of(state.map(MailSql::text).orElse(null), paging.after().orElse(null), paging.rows());
    return session.run(LIST, values).map(rows -> List.copyOf(byId(rows).values()));
  }

  Future<Long> count(Session session, Optional<Mail.State> state) {
    return session
        .run(COUNT, Tuple.of(state.map(MailSql::text).orElse(null)))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  Future<Optional<Mail>> byId(Session session, UUID id) {
    return session.run(BY_ID, Tuple.of(id)).map(rows -> byId(rows).values().stream().findFirst());
  }

  private static Tuple row(UUID id, Mail.Draft draft) {
    return Tuple.of(
        id,
        draft.template(),
        draft.recipient(),
        draft.content().subject(),
        draft.language().name().toLowerCase(Locale.ROOT),
        JsonObject.mapFrom(draft.headers()),
        draft.content().html(),
        draft.content().text());
  }

  private static Map<UUID, Mail> byId(RowSet<Row> rows) {
    Map<UUID, Mail> mails = new LinkedHashMap<>();
    rows.forEach(row -> mails.put(row.getUUID("id"), mail(row)));
    return mails;
  }

  private static Mail mail(Row row) {
    Map<String, String> headers = new LinkedHashMap<>();
    row.getJsonObject("headers").forEach(h -> headers.put(h.getKey(), (String) h.getValue()));
    OffsetDateTime sent = row.getOffsetDateTime("sent_at");
    return new Mail(
        row.getUUID("id"),
        row.getString("template"),
        row.getString("recipient"),
        row.getString("subject"),
        Language.valueOf(row.getString("language").toUpperCase(Locale.ROOT)),
        headers,
        Mail.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInteger("attempts"),
        row.getString("last_error"),
        row.getOffsetDateTime("created_at").toInstant(),
        sent == null ? null : sent.toInstant(),
        row.getString("html"),
        row.getString("text"));
  }

  private static String text(Mail.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
