package systems.voltaic.magnetiq.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Paging;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.testkit.Night;
import systems.voltaic.magnetiq.testkit.Punctual;
import systems.voltaic.magnetiq.testkit.Sql;

/** Lists of many people: by indexes, and quickly. */
@Punctual
@Isolated("it holds the platform to times")
class PeopleSpeedIT {

  private static final int ROWS = Night.or(20_000, 100_000);
  private static final int ROUNDS = Night.or(2, 8);
  private static final int AT_ONCE = 5_000;
  private static final double MOST_MILLIS = 100;
  private static final List<String> SORTS =
      List.of("name", "-name", "email", "-email", "created", "-created", "lastLogin", "-lastLogin");

  private static PeopleRoom room;
  private static Caller owner;

  @BeforeAll
  static void open() {
    room = new PeopleRoom();
    owner = room.as(room.person("olga", "super_admin"));
    for (int first = 1; first <= ROWS; first += AT_ONCE) {
      make(first, Math.min(ROWS, first + AT_ONCE - 1));
    }
    Sql.run(room.url, "ANALYZE");
  }

  private static void make(int first, int last) {
    Sql.run(
        room.url,
        """
        INSERT INTO person (id, email, email_key, name, state, created_at, last_login_at)
        SELECT gen_random_uuid(), 'p' || n || '@example.com', 'p' || n || '@example.com',
               'Person ' || substr(md5(n::text), 1, 6) || ' Maker' || n %% 997,
               CASE WHEN n %% 500 = 0 THEN 'deleted' WHEN n %% 50 = 0 THEN 'invited'
                    WHEN n %% 20 = 0 THEN 'deactivated' ELSE 'active' END,
               now() - n * interval '1 minute',
               CASE WHEN n %% 3 > 0 THEN now() - n * interval '1 hour' END
          FROM generate_series(%1$d, %2$d) n;
        INSERT INTO person_role
        SELECT p.id, r.id FROM person p JOIN role r
            ON r.name = CASE WHEN p.email LIKE 'p77%%' THEN 'admin'
                             WHEN p.email LIKE 'p1%%' THEN 'editor' ELSE 'viewer' END
         WHERE p.email LIKE 'p%%' AND NOT EXISTS (SELECT FROM person_role m WHERE m.person_id = p.id)
        """
            .formatted(first, last));
  }

  @AfterAll
  static void close() {
    room.close();
  }

  private record Asked(People.Query query, String sort, Optional<String> cursor) {}

  @Test
  void everyListIsQuickAndReadsByIndexes() {
    var asked = everything();
    var reading = new ArrayList<String>();
    for (Asked one : asked) {
      String plan = plan(one);
      if (plan.contains("Seq Scan on person ")) {
        reading.add(one + "\n" + plan);
      }
    }
    assertThat(reading).isEmpty();

    var took = new ArrayList<Double>();
    String slowest = "";
    double most = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (Asked one : asked) {
        double millis = millis(one);
        took.add(millis);
        slowest = millis > most ? one.toString() : slowest;
        most = Math.max(most, millis);
      }
    }
    Collections.sort(took);
    double p95 = took.get((int) (took.size() * 0.95));
    System.out.printf(
        Locale.ROOT,
        "people lists: %d rows, %d questions, median %.1f ms, p95 %.1f ms, most %.1f ms (%s)%n",
        ROWS,
        took.size(),
        took.get(took.size() / 2),
        p95,
        most,
        slowest);
    assertThat(p95).isLessThanOrEqualTo(MOST_MILLIS);
  }

  @Test
  void beyondTenThousandTheTotalIsEstimated() {
    var all = query(null, null, null);
    long total = list(new Asked(all, "name", Optional.empty())).await().total();

    long exact = room.number("SELECT count(*) FROM person WHERE state <> 'deleted'");
    assertThat((double) total).isBetween(exact * 0.8, exact * 1.2);
    assertThat(
            list(new Asked(query("invited", null, null), "name", Optional.empty())).await().total())
        .isEqualTo(room.number("SELECT count(*) FROM person WHERE state = 'invited'"));
  }

  private static List<Asked> everything() {
    var all = new ArrayList<Asked>();
    for (String sort : SORTS) {
      for (String state : new String[] {null, "active", "deleted"}) {
        for (String role : new String[] {null, "viewer", "admin", "super_admin"}) {
          for (String q : new String[] {null, "person", "maker42", "a", "p123@example.com"}) {
            var query = query(state, role, q);
            all.add(new Asked(query, sort, Optional.empty()));
          }
        }
      }
      var everybody = query(null, null, null);
      all.add(new Asked(everybody, sort, Optional.of(middle())));
    }
    return all;
  }

  /** Somebody far from the beginning of every list. */
  private static String middle() {
    return Sql.value(
        room.url, "SELECT id FROM person WHERE email = 'p%d@example.com'".formatted(ROWS / 2));
  }

  private static double millis(Asked asked) {
    long began = System.nanoTime();
    list(asked).await();
    return (System.nanoTime() - began) / 1e6;
  }

  private static Future<systems.voltaic.magnetiq.db.Page<Person>> list(Asked asked) {
    return room.people.list(
        owner, asked.query(), PersonOrder.of(asked.sort()), Paging.of(20, asked.cursor()));
  }

  private static String plan(Asked asked) {
    var explaining = new Explaining(room.db.primary(owner));
    room.people
        .filter(room.db.primary(owner), asked.query())
        .compose(
            filter ->
                new PersonListSql()
                    .page(
                        explaining,
                        filter.orElseThrow(),
                        PersonOrder.of(asked.sort()),
                        Paging.of(20, asked.cursor())))
        .await();
    return explaining.plan.toString();
  }

  /** Asks for the plan of every statement before it runs it. */
  private static final class Explaining implements Session {

    private final Session session;
    private final StringBuilder plan = new StringBuilder();

    Explaining(Session session) {
      this.session = session;
    }

    @Override
    public Future<RowSet<Row>> run(String statement, Tuple values) {
      return session
          .run("EXPLAIN " + statement, values)
          .onSuccess(rows -> rows.forEach(row -> plan.append(row.getString(0)).append('\n')))
          .compose(explained -> session.run(statement, values));
    }

    @Override
    public Future<RowSet<Row>> batch(String statement, List<Tuple> values) {
      return session.batch(statement, values);
    }
  }

  private static People.Query query(String state, String role, String q) {
    return new People.Query(
        Optional.ofNullable(state).map(Person.State::of),
        Optional.ofNullable(role),
        Optional.ofNullable(q));
  }
}
