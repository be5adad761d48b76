package systems.voltaic.magnetiq.pages;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.json.Json;

/** Fills the page tables of a new installation: one statement for each. */
final class SeedSql {

  private static final String NAME = "demo";

  private static final String DONE = "SELECT EXISTS (SELECT FROM seed WHERE name = $1::text)";

  private static final String LOCK = "SELECT pg_advisory_xact_lock(7316004521)";

  private static final String ANY_PAGE = "SELECT EXISTS (SELECT FROM page)";

  private static final String MARK = "INSERT INTO seed (name) VALUES ($1::text)";

  private static final String PAGES =
      """
      INSERT INTO page (id, type)
      SELECT id, type FROM jsonb_to_recordset($1::text::jsonb) AS r (id uuid, type text)
      """;

  private static final String LOCALES =
      """
      INSERT INTO page_locale (page_id, locale, path, title, excerpt, seo, picture, author, tags,
                               reading_minutes, state, publish_at, revised_at, published_revision,
                               draft_revision)
      SELECT id, locale, path, title, excerpt, seo, picture, author,
             ARRAY(SELECT jsonb_array_elements_text(tags)), "readingMinutes",
             CASE WHEN "publishedAt" <= now() THEN 'published' ELSE 'scheduled' END,
             "publishedAt", "publishedAt", 1, 1
        FROM jsonb_to_recordset($1::text::jsonb)
          AS r (id uuid, locale text, path text, title text, excerpt text, seo jsonb, picture jsonb,
                author text, tags jsonb, "readingMinutes" int, "publishedAt" timestamptz)
      """;

  private static final String REVISIONS =
      """
      INSERT INTO page_revision (page_id, locale, number, path, title, excerpt, seo, picture, author,
                                 tags, blocks, reading_minutes, created_at, created_by)
      SELECT id, locale, 1, path, title, excerpt, seo, picture, author,
             ARRAY(SELECT jsonb_array_elements_text(tags)), blocks, "readingMinutes", "publishedAt",
             $2::text
        FROM jsonb_to_recordset($1::text::jsonb)
          AS r (id uuid, locale text, path text, title text, excerpt text, seo jsonb, picture jsonb,
                author text, tags jsonb, blocks jsonb, "readingMinutes" int,
                "publishedAt" timestamptz)
      """;

  private static final String MENUS =
      """
      INSERT INTO menu (locale, place, items, changed_by)
      SELECT locale, place, items, $2::text
        FROM jsonb_to_recordset($1::text::jsonb) AS r (locale text, place text, items jsonb)
      ON CONFLICT DO NOTHING
      """;

  Future<Boolean> done(Session session) {
    return session.run(DONE, Tuple.of(NAME)).map(rows -> rows.iterator().next().getBoolean(0));
  }

  /** Of instances that start together one goes on, the others wait until it is done. */
  Future<Void> lock(Tx tx) {
    return tx.run(LOCK).mapEmpty();
  }

  Future<Boolean> hasPages(Tx tx) {
    return tx.run(ANY_PAGE).map(rows -> rows.iterator().next().getBoolean(0));
  }

  Future<Void> mark(Tx tx) {
    return tx.run(MARK, Tuple.of(NAME)).mapEmpty();
  }

  Future<Void> insert(Tx tx, Demo demo) {
    String actor = tx.caller().actor();
    String words = json(demo.words());
    return tx.run(PAGES, Tuple.of(json(demo.pages())))
        .compose(done -> tx.run(LOCALES, Tuple.of(words)))
        .compose(done -> tx.run(REVISIONS, Tuple.of(words, actor)))
        .compose(done -> tx.run(MENUS, Tuple.of(json(demo.menus()), actor)))
        .mapEmpty();
  }

  private static String json(List<?> rows) {
    return Json.write(rows).toString();
  }
}
