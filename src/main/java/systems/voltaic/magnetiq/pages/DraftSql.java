package systems.voltaic.magnetiq.pages;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.db.Failures;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.json.Json;

/** What editors do to the page tables. */
final class DraftSql {

  private static final String BY_ID =
      """
      SELECT l.page_id, l.locale, p.type, l.state, l.path AS live_path, l.publish_at, l.unpublish_at,
             l.published_revision, l.draft_revision, l.version, l.changed_at, r.path, r.title,
             r.excerpt, r.seo::text AS seo, r.tags, r.author, r.picture::text AS picture,
             r.blocks::text AS blocks, r.name
        FROM page_locale l
        JOIN page p ON p.id = l.page_id
        JOIN page_revision r ON r.page_id = l.page_id AND r.locale = l.locale
                            AND r.number = l.draft_revision
       WHERE l.page_id = $1::uuid AND l.locale = $2::text AND l.deleted_at IS NULL
      """;

  private static final String LOCK = BY_ID + " FOR UPDATE OF l";

  private static final String INSERT_PAGE =
      "INSERT INTO page (id, type) VALUES ($1::uuid, $2::text) ON CONFLICT DO NOTHING";

  private static final String PAGE_EXISTS =
      "SELECT deleted_at IS NULL FROM page WHERE id = $1::uuid FOR UPDATE";

  private static final String INSERT =
      """
      INSERT INTO page_locale (page_id, locale, path, title, excerpt, seo, picture, author, tags,
                               reading_minutes, draft_revision)
           VALUES ($1::uuid, $2::text, $3::text, $4::text, $5::text, $6::text::jsonb,
                   $7::text::jsonb, $8::text, $9::text[], $10::int, 1)
      ON CONFLICT (page_id, locale) DO NOTHING
      """;

  private static final String PUT_REVISION =
      """
      INSERT INTO page_revision (page_id, locale, path, title, excerpt, seo, picture, author, tags,
                                 reading_minutes, number, blocks, name, created_by)
           VALUES ($1::uuid, $2::text, $3::text, $4::text, $5::text, $6::text::jsonb,
                   $7::text::jsonb, $8::text, $9::text[], $10::int, $11::int, $12::text::jsonb,
                   $13::text, $14::text)
      ON CONFLICT (page_id, locale, number) DO UPDATE
              SET path = excluded.path, title = excluded.title, excerpt = excluded.excerpt,
                  seo = excluded.seo, picture = excluded.picture, author = excluded.author,
                  tags = excluded.tags, reading_minutes = excluded.reading_minutes,
                  blocks = excluded.blocks, name = excluded.name, created_at = now(),
                  created_by = excluded.created_by
      """;

  private static final String NEXT_NUMBER =
      """
      SELECT max(number) + 1 FROM page_revision WHERE page_id = $1::uuid AND locale = $2::text
      """;

  private static final String POINT =
      """
      UPDATE page_locale
         SET draft_revision = $3::int, version = version + 1, changed_at = now()
       WHERE page_id = $1::uuid AND locale = $2::text
      """;

  /** What the draft says becomes what lists show. */
  private static final String SHOW =
      """
      UPDATE page_locale l
         SET path = r.path, title = r.title, excerpt = r.excerpt, seo = r.seo, picture = r.picture,
             author = r.author, tags = r.tags, reading_minutes = r.reading_minutes
        FROM page_revision r
       WHERE l.page_id = $1::uuid AND l.locale = $2::text
         AND r.page_id = l.page_id AND r.locale = l.locale AND r.number = l.draft_revision
      """;

  private static final String PUBLISH =
      """
      UPDATE page_locale
         SET state = CASE WHEN $3::timestamptz > $5::timestamptz THEN 'scheduled'
                          ELSE 'published' END,
             publish_at = $3::timestamptz, unpublish_at = $4::timestamptz,
             revised_at = $5::timestamptz, published_revision = draft_revision,
             version = version + 1, changed_at = now()
       WHERE page_id = $1::uuid AND locale = $2::text
      """;

  private static final String TAKEN =
      """
      SELECT EXISTS (SELECT FROM page_locale
                      WHERE locale = $2::text AND path = $3::text AND page_id <> $1::uuid
                        AND deleted_at IS NULL AND state <> 'archived')
      """;

  /** Only writes down what the schedule says already. */
  private static final String RELEASE =
      """
      UPDATE page_locale
         SET state = 'archived'
       WHERE locale = $2::text AND path = $3::text AND page_id <> $1::uuid
         AND deleted_at IS NULL AND state IN ('scheduled', 'published')
         AND unpublish_at <= $4::timestamptz
      """;

  Future<Edition> byId(Session session, UUID id, Language language) {
    return session
        .run(BY_ID, Tuple.of(id, language.tag()))
        .map(rows -> first(rows).orElseThrow(() -> Fault.notFound("page", id)));
  }

  /** Holds the row until the end of the transaction. */
  Future<Optional<Edition>> lock(Tx tx, UUID id, Language language) {
    return tx.run(LOCK, Tuple.of(id, language.tag())).map(DraftSql::first);
  }

  /** Empty when there is no such page; false when it was deleted. */
  Future<Optional<Boolean>> pageExists(Tx tx, UUID id) {
    return tx.run(PAGE_EXISTS, Tuple.of(id))
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(rows.iterator().next().getBoolean(0)));
  }

  Future<Void> insertPage(Tx tx, UUID id, String type) {
    return tx.run(INSERT_PAGE, Tuple.of(id, type)).mapEmpty();
  }

  Future<Void> insert(Tx tx, UUID id, Language language, PageDraft draft) {
    return tx.run(INSERT, words(id, language, draft))
        .map(DraftSql::requireFirst)
        .recover(DraftSql::pathTaken)
        .mapEmpty();
  }

  Future<Void> putRevision(Tx tx, UUID id, Language language, int number, PageDraft draft) {
    Tuple values = words(id, language, draft);
    values.addInteger(number).addString(draft.blocks().toString());
    values.addString(draft.name()).addString(tx.caller().actor());
    return tx.run(PUT_REVISION, values).mapEmpty();
  }

  Future<Integer> nextNumber(Tx tx, UUID id, Language language) {
    return tx.run(NEXT_NUMBER, Tuple.of(id, language.tag()))
        .map(rows -> rows.iterator().next().getInteger(0));
  }

  Future<Void> point(Tx tx, UUID id, Language language, int revision) {
    return tx.run(POINT, Tuple.of(id, language.tag(), revision)).mapEmpty();
  }

  Future<Void> show(Tx tx, UUID id, Language language) {
    return tx.run(SHOW, Tuple.of(id, language.tag())).recover(DraftSql::pathTaken).mapEmpty();
  }

  Future<Void> publish(Tx tx, UUID id, Language language, Window window, Instant now) {
    var until = window.until() == null ? null : time(window.until());
    return tx.run(PUBLISH, Tuple.of(id, language.tag(), time(window.from()), until, time(now)))
        .recover(DraftSql::pathTaken)
        .mapEmpty();
  }

  /** Takes the path from a page whose end has passed. */
  Future<Void> release(Tx tx, UUID id, Language language, String path, Instant now) {
    return tx.run(RELEASE, Tuple.of(id, language.tag(), path, time(now))).mapEmpty();
  }

  Future<Void> requireFree(Tx tx, UUID id, Language language, String path) {
    return tx.run(TAKEN, Tuple.of(id, language.tag(), path)).map(DraftSql::free);
  }

  private static Void free(RowSet<Row> rows) {
    if (rows.iterator().next().getBoolean(0)) {
      throw taken();
    }
    return null;
  }

  private static <T> Future<T> pathTaken(Throwable failure) {
    return Future.failedFuture(Failures.breaks("page_locale_path", failure) ? taken() : failure);
  }

  private static Fault taken() {
    return Fault.conflict("path-taken", "another page of this language has this path");
  }

  /** Somebody else began to write it at the same moment. */
  private static RowSet<Row> requireFirst(RowSet<Row> rows) {
    if (rows.rowCount() == 0) {
      throw Fault.stale(0, 1);
    }
    return rows;
  }

  private static Tuple words(UUID id, Language language, PageDraft draft) {
    Tuple values = Tuple.of(id, language.tag(), draft.path(), draft.title(), draft.excerpt());
    values.addString(Json.write(draft.seo()).toString());
    values.addString(draft.picture() == null ? null : draft.picture().toString());
    values.addString(draft.author());
    values.addArrayOfString(draft.tags().toArray(String[]::new));
    return values.addInteger(ReadingTime.minutes(draft.blocks()));
  }

  private static Optional<Edition> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(edition(rows.iterator().next()));
  }

  private static Edition edition(Row row) {
    return new Edition(
        row.getUUID("page_id"),
        Language.of(row.getString("locale")),
        row.getString("type"),
        row.getString("state"),
        row.getString("live_path"),
        instant(row, "publish_at"),
        instant(row, "unpublish_at"),
        row.getInteger("published_revision"),
        row.getInteger("draft_revision"),
        row.getLong("version"),
        instant(row, "changed_at"),
        draft(row));
  }

  private static PageDraft draft(Row row) {
    String picture = row.getString("picture");
    return new PageDraft(
        null,
        row.getString("path"),
        row.getString("title"),
        row.getString("excerpt"),
        Json.read(Json.parse(row.getString("seo")), Seo.class),
        List.of(row.getArrayOfStrings("tags")),
        row.getString("author"),
        picture == null ? null : Json.parse(picture),
        Json.parse(row.getString("blocks")),
        row.getString("name"));
  }

  private static Instant instant(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
