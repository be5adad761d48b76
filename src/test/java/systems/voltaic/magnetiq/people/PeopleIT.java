package systems.voltaic.magnetiq.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.db.Paging;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.json.Json;
import systems.voltaic.magnetiq.testkit.Sql;

/** Finding people, asking them in, counting and copying them. */
class PeopleIT {

  private static final People.Query EVERYBODY =
      new People.Query(Optional.empty(), Optional.empty(), Optional.empty());
  private static final int MADE = 240;

  private static PeopleRoom room;
  private static Caller owner;

  @BeforeAll
  static void open() {
    room = new PeopleRoom();
    owner = room.as(room.person("olga", "super_admin"));
    Sql.run(
        room.url,
        """
        INSERT INTO person (id, email, email_key, name, state, created_at, last_login_at)
        SELECT gen_random_uuid(), 'p' || n || '@example.com', 'p' || n || '@example.com',
               (ARRAY['anna', 'Berta', 'cäsar', 'Dora'])[1 + n %% 4] || ' Maker' || n %% 7,
               (ARRAY['active', 'invited', 'deactivated', 'deleted'])[1 + n %% 4],
               now() - n * interval '1 hour',
               CASE WHEN n %% 3 > 0 THEN now() - (n %% 50) * interval '1 day' END
          FROM generate_series(1, %d) n;
        INSERT INTO person_role
        SELECT p.id, r.id FROM person p JOIN role r
            ON r.name = CASE WHEN p.email LIKE 'p1%%' THEN 'editor' ELSE 'viewer' END
         WHERE p.email LIKE 'p%%'
        """
            .formatted(MADE));
  }

  @AfterAll
  static void close() {
    room.close();
  }

  @Test
  void everyOrderShowsEverybodyOnce() {
    for (String sort : List.of("name", "email", "created", "lastLogin")) {
      var up = walk(EVERYBODY, sort);
      var down = walk(EVERYBODY, "-" + sort);
      assertThat(up).doesNotHaveDuplicates().hasSize(MADE * 3 / 4 + 1);
      Collections.reverse(down);
      assertThat(down).as(sort).isEqualTo(up);
    }
    var emails =
        room.people
            .list(owner, EVERYBODY, PersonOrder.of("email"), Paging.of(100, Optional.empty()))
            .await()
            .items();
    assertThat(emails).isSortedAccordingTo(Comparator.comparing(Person::email));
  }

  @Test
  void filtersByStateAndRole() {
    var deleted = query("deleted", null, null);
    assertThat(walk(deleted, "name")).hasSize(MADE / 4);
    assertThat(all(query(null, "editor", null))).allMatch(p -> p.roleNames().contains("editor"));
    assertThat(all(query("invited", "editor", null)))
        .isNotEmpty()
        .allMatch(p -> p.state() == Person.State.INVITED && p.roleNames().contains("editor"));
    assertThat(all(query(null, "nobodys_role", null))).isEmpty();
  }

  @Test
  void findsByTheBeginningsOfWords() {
    assertThat(all(query(null, null, "BERT maker3")))
        .isNotEmpty()
        .allMatch(p -> p.name().equals("Berta Maker3"));
    assertThat(all(query(null, null, "p17@example.com")))
        .extracting(Person::email)
        .contains("p17@example.com");
    assertThat(all(query("deactivated", null, "CÄSAR"))).isNotEmpty();
    assertThat(all(query("active", null, "CÄSAR"))).isEmpty();
    assertThat(all(query(null, null, "cäs"))).allMatch(p -> p.name().startsWith("cäsar"));
    assertThat(all(query(null, null, "erta"))).isEmpty();
  }

  @Test
  void takesNothingThatIsTypedForAQuery() {
    for (String typed :
        List.of("'", "&|!", "a' & 'b", ":*", "\\", "<->", "  ", "%", "((", "ber':*|'a")) {
      var found = room.people.list(owner, query(null, null, typed), PersonOrder.of("name"), page());
      assertThat(found.await().total()).as(typed).isLessThan(MADE);
    }
    assertThat(all(query(null, null, "!!"))).isEmpty();
  }

  @Test
  void refusesACursorOfNobody() {
    var paging = Paging.of(20, Optional.of(UUID.randomUUID().toString()));

    assertThatThrownBy(
            () -> room.people.list(owner, EVERYBODY, PersonOrder.of("name"), paging).await())
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.INVALID));
  }

  @Test
  void saysWhomTheCallerMayManage() {
    UUID admin = room.person("adam" + UUID.randomUUID(), "admin");
    UUID other = room.person("ada" + UUID.randomUUID(), "admin");
    UUID below = room.person("edda" + UUID.randomUUID(), "editor");

    assertThat(room.people.byId(room.as(admin), below).await().mayManage()).isTrue();
    assertThat(room.people.byId(room.as(admin), other).await().mayManage()).isFalse();
    assertThat(room.people.byId(room.as(admin), admin).await().mayManage()).isFalse();
    Sql.run(room.url, "DELETE FROM person WHERE email_key LIKE 'ad%' OR email_key LIKE 'ed%'");
  }

  @Test
  void countsExactlyUpToTenThousandAndThenEstimates() {
    assertThat(room.people.list(owner, EVERYBODY, PersonOrder.of("name"), page()).await().total())
        .isEqualTo(MADE * 3 / 4 + 1);
  }

  @Test
  void countsByStateAndRole() {
    var statistics = room.people.statistics(owner).await();

    assertThat(statistics.byState())
        .containsEntry("active", MADE / 4 + 1L)
        .containsEntry("deleted", MADE / 4L);
    assertThat(statistics.byRole())
        .contains(new Statistics.OfRole("super_admin", 1), new Statistics.OfRole("admin", 0));
    assertThat(statistics.signedInLast30Days() + statistics.neverSignedIn())
        .isLessThanOrEqualTo(MADE / 4 + 1L);
  }

  @Test
  void invitesSomebodyOnceAndMailsAgain() {
    var draft =
        new Person.Draft(
            "New@Example.com", " Nora  New ", Language.DE, "Asia/Tokyo", List.of("editor"));
    Person invited = room.people.invite(owner, draft).await();

    assertThat(invited.state()).isEqualTo(Person.State.INVITED);
    assertThat(invited.email()).isEqualTo("New@Example.com");
    assertThat(invited.roleNames()).containsExactly("editor");
    assertThat(code(() -> room.people.invite(owner, draft).await())).isEqualTo("email-taken");

    room.people.reinvite(owner, invited.id()).await();
    assertThat(room.letters)
        .extracting(PeopleRoom.Sent::letter)
        .containsExactly("invite", "invite");
    assertThat(room.number("SELECT count(*) FROM token WHERE purpose = 'invite'")).isOne();
    Sql.run(room.url, "UPDATE person SET state = 'active' WHERE id = '%s'".formatted(invited.id()));
    assertThat(code(() -> room.people.reinvite(owner, invited.id()).await()))
        .isEqualTo("not-invited");
    Sql.run(room.url, "DELETE FROM person WHERE id = '%s'".formatted(invited.id()));
  }

  @Test
  void refusesNamesZonesRolesAndAddressesThatAreNone() {
    assertThat(code(() -> invite("x@example.com", "a\u202Eb", "Europe/Berlin", "viewer")))
        .isEqualTo("person-rules");
    for (String zone : List.of("Europe/Nowhere", "EST5EDT", "+02:00", "SystemV/EST5", "GMT0")) {
      assertThat(code(() -> invite("x@example.com", "Xenia", zone, "viewer")))
          .as(zone)
          .isEqualTo("person-rules");
    }
    assertThat(code(() -> invite("x@example.com", "Xenia", "UTC", "nobodys_role")))
        .isEqualTo("person-rules");
    assertThat(code(() -> invite("nobody", "Xenia", "UTC", "viewer"))).isEqualTo("invalid");
  }

  @Test
  void copiesEverybodyAsTableAndAsLines() {
    Sql.run(
        room.url,
        "UPDATE person SET name = '=HYPERLINK(\"http://evil.example\")' WHERE email = 'p5@example.com'");
    String csv = copy(EVERYBODY, true);
    String lines = copy(EVERYBODY, false);

    int shown = walk(EVERYBODY, "name").size();
    assertThat(csv.lines().toList()).hasSize(shown + 1);
    assertThat(csv).startsWith("\"id\",\"email\"").contains("\"'=HYPERLINK(\"\"http");
    assertThat(lines.lines().toList()).hasSize(shown);
    assertThat(Json.parse(lines.lines().findFirst().orElseThrow()).path("email").asText())
        .contains("@");
    assertThat(copy(query(null, "nobodys_role", null), true).lines().toList()).hasSize(1);
    assertThat(copy(query(null, null, "canaryname"), false)).isEmpty();
    assertThat(room.audited())
        .contains("people.exported", "\"csv\"", "\"jsonl\"", "\"role\"")
        .doesNotContain("canaryname");
  }

  private static String copy(People.Query query, boolean csv) {
    var export = room.people.export(owner, query, csv).await();
    var text = new StringBuilder();
    for (var piece = export.next().await(); piece.length() > 0; piece = export.next().await()) {
      text.append(piece);
    }
    return text.toString();
  }

  private static Person invite(String email, String name, String zone, String role) {
    return room.people
        .invite(owner, new Person.Draft(email, name, Language.EN, zone, List.of(role)))
        .await();
  }

  private static String code(java.util.concurrent.Callable<?> call) {
    try {
      call.call();
      return "none";
    } catch (Fault fault) {
      return fault.code();
    } catch (Exception other) {
      throw new AssertionError(other);
    }
  }

  private static People.Query query(String state, String role, String q) {
    return new People.Query(
        Optional.ofNullable(state).map(s -> Person.State.valueOf(s.toUpperCase(Locale.ROOT))),
        Optional.ofNullable(role),
        Optional.ofNullable(q));
  }

  private static Paging page() {
    return Paging.of(7, Optional.empty());
  }

  private static List<Person> all(People.Query query) {
    return room.people
        .list(owner, query, PersonOrder.of("name"), Paging.of(100, Optional.empty()))
        .await()
        .items();
  }

  private static List<UUID> walk(People.Query query, String sort) {
    var seen = new ArrayList<UUID>();
    Optional<String> cursor = Optional.empty();
    do {
      var page = room.people.list(owner, query, PersonOrder.of(sort), Paging.of(7, cursor)).await();
      page.items().forEach(person -> seen.add(person.id()));
      cursor = Optional.ofNullable(page.nextCursor());
    } while (cursor.isPresent());
    return seen;
  }

  @Test
  void aCallerWhoIsNobodyIsRefused() {
    assertThat(
            code(
                () ->
                    room.people
                        .byId(
                            new Caller("key:x", "x", "r", "t", Language.EN, Set.of("people:read")),
                            UUID.randomUUID())
                        .await()))
        .isIn("forbidden", "not-found");
  }
}
