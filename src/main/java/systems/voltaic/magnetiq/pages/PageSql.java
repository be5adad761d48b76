package systems.voltaic.magnetiq.pages;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.json.Json;

/** What visitors see of the page tables. */
final class PageSql {

  /** A publication and its blocks as they are stored. */
  record Whole(Publication publication, String blocks) {}

  private static final String COLUMNS =
      """
      SELECT l.page_id, l.locale, p.type, l.path, l.title, l.excerpt, l.seo::text AS seo,
             l.picture::text AS picture, l.author, l.tags, l.reading_minutes, l.publish_at,
             GREATEST(l.publish_at, l.revised_at) AS updated_at,
             (SELECT jsonb_object_agg(o.locale, o.path)::text
                FROM page_locale o
               WHERE o.page_id = l.page_id AND is_live(o, $1::timestamptz)) AS paths
      """;

  /** English stands in where the language has no words for the page at the path. */
  private static final String AT =
      COLUMNS
          + """
              , r.blocks::text AS blocks
           FROM page_locale l
           JOIN page p ON p.id = l.page_id
           JOIN page_revision r ON r.page_id = l.page_id AND r.locale = l.locale
                               AND r.number = l.published_revision
          WHERE l.locale IN ($2::text, 'en') AND l.path = $3::text AND is_live(l, $1::timestamptz)
          ORDER BY l.locale = $2::text DESC
          LIMIT 1
          """;

  private static final String NEWEST =
      COLUMNS
          + """
           FROM page_locale l
           JOIN page p ON p.id = l.page_id
          WHERE is_live(l, $1::timestamptz)
            AND (l.locale = $2::text
                 OR (l.locale = 'en' AND $3::boolean
                     AND NOT EXISTS (SELECT FROM page_locale o
                                      WHERE o.page_id = l.page_id AND o.locale = $2::text
                                        AND is_live(o, $1::timestamptz))))
            AND ($4::text[] IS NULL OR p.type = ANY($4::text[]))
            AND ($5::text IS NULL OR $5::text = ANY(l.tags))
            AND ($6::boolean OR l.seo -> 'noindex' IS DISTINCT FROM 'true'::jsonb)
            AND ($7::timestamptz IS NULL
                 OR (l.publish_at, l.page_id) < ($7::timestamptz, $8::uuid))
          ORDER BY l.publish_at DESC, l.page_id DESC
          LIMIT $9::int
          """;

  private static final String COUNT =
      """
      SELECT count(*)
        FROM (SELECT
                FROM page_locale l
                JOIN page p ON p.id = l.page_id
               WHERE is_live(l, $1::timestamptz)
                 AND (l.locale = $2::text
                      OR (l.locale = 'en'
                          AND NOT EXISTS (SELECT FROM page_locale o
                                           WHERE o.page_id = l.page_id AND o.locale = $2::text
                                             AND is_live(o, $1::timestamptz))))
                 AND ($3::text[] IS NULL OR p.type = ANY($3::text[]))
               LIMIT 10000) AS first
      """;

  /** In an order that new pages do not disturb. */
  private static final String INDEXED =
      COLUMNS
          + """
           FROM page_locale l
           JOIN page p ON p.id = l.page_id
          WHERE is_live(l, $1::timestamptz)
            AND l.seo -> 'noindex' IS DISTINCT FROM 'true'::jsonb
          ORDER BY l.page_id, l.locale
          OFFSET $2::int
          LIMIT $3::int
          """;

  private static final String INDEXED_COUNT =
      """
      SELECT count(*)
        FROM page_locale l
       WHERE is_live(l, $1::timestamptz)
         AND l.seo -> 'noindex' IS DISTINCT FROM 'true'::jsonb
      """;

  /** The pages above a path, in the language asked for where they have it. */
  private static final String ABOVE =
      """
      SELECT COALESCE(o.title, l.title) AS title, COALESCE(o.path, l.path) AS path
        FROM page_locale l
        LEFT JOIN page_locale o ON o.page_id = l.page_id AND o.locale = $2::text
                               AND is_live(o, $1::timestamptz)
       WHERE l.locale = $3::text AND l.path = ANY($4::text[]) AND is_live(l, $1::timestamptz)
       ORDER BY length(l.path)
      """;

  /** When a schedule next shows or hides something. */
  private static final String NEXT_CHANGE =
      """
      SELECT LEAST((SELECT min(publish_at) FROM page_locale
                     WHERE publish_at > $1::timestamptz AND state IN ('scheduled', 'published')),
                   (SELECT min(unpublish_at) FROM page_locale
                     WHERE unpublish_at > $1::timestamptz AND state IN ('scheduled', 'published')))
      """;

  private static final String MOVED =
      """
      SELECT to_path
        FROM redirect
       WHERE locale IN ($1::text, 'en') AND from_path = $2::text
       ORDER BY locale = $1::text DESC
       LIMIT 1
      """;

  Future<Optional<Whole>> at(Session session, Instant now, Language language, String path) {
    return session
        .run(AT, Tuple.of(time(now), language.tag(), path))
        .map(rows -> stream(rows).map(PageSql::whole).findFirst());
  }

  Future<List<Publication>> newest(Session session, Instant now, Selection of) {
    var values =
        Tuple.of(
            time(now),
            of.language().tag(),
            of.withFallback(),
            of.types().map(types -> types.toArray(String[]::new)).orElse(null),
            of.tag().orElse(null),
            of.withHidden());
    values.addValue(of.after().map(after -> time(after.publishedAt())).orElse(null));
    values.addValue(of.after().map(Selection.Last::id).orElse(null));
    values.addValue(of.limit());
    return session.run(NEWEST, values).map(rows -> stream(rows).map(PageSql::publication).toList());
  }

  Future<Long> count(Session session, Instant now, Selection of) {
    var types = of.types().map(all -> all.toArray(String[]::new)).orElse(null);
    return session.run(COUNT, Tuple.of(time(now), of.language().tag(), types)).map(PageSql::number);
  }

  Future<List<Publication>> indexed(Session session, Instant now, int from, int limit) {
    return session
        .run(INDEXED, Tuple.of(time(now), from, limit))
        .map(rows -> stream(rows).map(PageSql::publication).toList());
  }

  Future<Long> indexedCount(Session session, Instant now) {
    return session.run(INDEXED_COUNT, Tuple.of(time(now))).map(PageSql::number);
  }

  private static long number(RowSet<Row> rows) {
    return rows.iterator().next().getLong(0);
  }

  Future<List<PageView.Crumb>> above(
      Session session, Instant now, Language asked, Publication page) {
    String[] parents = PagePath.parents(page.path()).toArray(String[]::new);
    return session
        .run(ABOVE, Tuple.of(time(now), asked.tag(), page.locale().tag(), parents))
        .map(rows -> stream(rows).map(row -> crumb(asked, row)).toList());
  }

  Future<Optional<Instant>> nextChange(Session session, Instant now) {
    return session
        .run(NEXT_CHANGE, Tuple.of(time(now)))
        .map(rows -> Optional.ofNullable(instant(rows.iterator().next(), 0)));
  }

  Future<Optional<String>> moved(Session session, Language language, String path) {
    return session
        .run(MOVED, Tuple.of(language.tag(), path))
        .map(rows -> stream(rows).map(row -> row.getString(0)).findFirst());
  }

  private static PageView.Crumb crumb(Language asked, Row row) {
    return new PageView.Crumb(row.getString("title"), PagePath.href(asked, row.getString("path")));
  }

  private static Whole whole(Row row) {
    return new Whole(publication(row), row.getString("blocks"));
  }

  static Publication publication(Row row) {
    String picture = row.getString("picture");
    return new Publication(
        row.getUUID("page_id"),
        Language.of(row.getString("locale")),
        row.getString("type"),
        row.getString("path"),
        row.getString("title"),
        row.getString("excerpt"),
        Json.read(Json.parse(row.getString("seo")), Seo.class),
        picture == null ? null : Json.parse(picture),
        row.getString("author"),
        List.of(row.getArrayOfStrings("tags")),
        row.getInteger("reading_minutes"),
        instant(row, row.getColumnIndex("publish_at")),
        instant(row, row.getColumnIndex("updated_at")),
        paths(row.getString("paths")));
  }

  private static Map<Language, String> paths(String json) {
    var paths = new EnumMap<Language, String>(Language.class);
    Json.parse(json)
        .properties()
        .forEach(path -> paths.put(Language.of(path.getKey()), path.getValue().textValue()));
    return paths;
  }

  private static Stream<Row> stream(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false);
  }

  private static Instant instant(Row row, int column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
