package systems.voltaic.magnetiq.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static systems.voltaic.magnetiq.access.Language.DE;
import static systems.voltaic.magnetiq.access.Language.EN;
import static systems.voltaic.magnetiq.pages.PageRoom.CALLER;
import static systems.voltaic.magnetiq.pages.PageRoom.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.json.Json;
import systems.voltaic.magnetiq.testkit.Sql;

class DraftsIT {

  private final UUID id = UUID.randomUUID();
  private PageRoom room;

  @BeforeEach
  void open() {
    room = new PageRoom();
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void showsNothingOfADraftUntilItIsPublished() {
    var saved = room.drafts.save(CALLER, id, EN, draft("new", "New"), 0).await();
    assertThat(saved.state()).isEqualTo("draft");
    assertThat(room.at(EN, "new")).isEqualTo(new PageAt.Missing());

    var live = room.drafts.publish(CALLER, id, EN, Window.NOW, saved.version()).await();
    assertThat(live.state()).isEqualTo("published");
    assertThat(room.page(EN, "new").title()).isEqualTo("New");

    room.drafts.save(CALLER, id, EN, draft("new", "Newer"), live.version()).await();
    assertThat(room.page(EN, "new").title()).isEqualTo("New");
  }

  @Test
  void publishingOneLanguageLeavesTheOtherAsItIs() {
    room.published(id, "new");
    String english = "SELECT row_to_json(l)::text FROM page_locale l WHERE locale = 'en'";
    String before = Sql.value(room.url, english);

    var german = room.drafts.save(CALLER, id, DE, draft("neu", "Neu"), 0).await();
    room.drafts.publish(CALLER, id, DE, Window.NOW, german.version()).await();

    assertThat(Sql.value(room.url, english)).isEqualTo(before);
    assertThat(room.page(DE, "neu").title()).isEqualTo("Neu");
  }

  @Test
  void refusesWhoReadAnOlderVersion() {
    var page = room.published(id, "new");

    assertFault(
        Fault.Kind.STALE,
        room.drafts.save(CALLER, id, EN, draft("new", "Late"), page.version() - 1));
    assertFault(
        Fault.Kind.STALE, room.drafts.publish(CALLER, id, EN, Window.NOW, page.version() - 1));
    assertFault(Fault.Kind.STALE, room.drafts.save(CALLER, id, EN, draft("new", "Twin"), 0));
    assertFault(
        Fault.Kind.NOT_FOUND,
        room.drafts.save(CALLER, UUID.randomUUID(), EN, draft("other", "Other"), 3));
  }

  @Test
  void ofTwoThatTakeOnePathOneWins() {
    for (int round = 0; round < 10; round++) {
      String path = "race-" + round;
      var pages =
          IntStream.range(0, 4)
              .mapToObj(i -> room.drafts.save(CALLER, UUID.randomUUID(), EN, draft(path, "x"), 0))
              .toList();
      Future.join(pages).otherwiseEmpty().await();

      assertThat(pages.stream().filter(Future::succeeded)).hasSize(1);
      pages.stream()
          .filter(Future::failed)
          .forEach(lost -> assertThat(((Fault) lost.cause()).code()).isEqualTo("path-taken"));
    }
  }

  @Test
  void withoutTheIndexBothWouldHaveWon() {
    Sql.run(room.url, "DROP INDEX page_locale_path");

    var pages =
        IntStream.range(0, 4)
            .mapToObj(i -> room.drafts.save(CALLER, UUID.randomUUID(), EN, draft("race", "x"), 0))
            .toList();
    Future.join(pages).await();

    assertThat(pages).allMatch(Future::succeeded);
  }

  @Test
  void ofTwoPublishedPagesThatMoveToOnePathOneWins() {
    var one = room.published(UUID.randomUUID(), "one");
    var two = room.published(UUID.randomUUID(), "two");
    var drafts =
        List.of(one, two).stream()
            .map(
                page ->
                    room.drafts
                        .save(CALLER, page.id(), EN, draft("goal", "Goal"), page.version())
                        .await())
            .toList();

    var moves =
        drafts.stream()
            .map(d -> room.drafts.publish(CALLER, d.id(), EN, Window.NOW, d.version()))
            .toList();
    Future.join(moves).otherwiseEmpty().await();

    assertThat(moves.stream().filter(Future::succeeded)).hasSize(1);
    assertThat(room.page(EN, "goal").title()).isEqualTo("Goal");
    assertThat(Sql.number(room.url, "SELECT count(*) FROM redirect")).isEqualTo(1);
  }

  @Test
  void refusesThePathOfAnotherPageAlreadyWhenItIsSaved() {
    room.published(UUID.randomUUID(), "taken");
    var page = room.published(id, "mine");

    assertFault(
        Fault.Kind.CONFLICT, room.drafts.save(CALLER, id, EN, draft("taken", "x"), page.version()));
  }

  @Test
  void aPageThatMovedLeavesARedirectThatArrivesInOneStep() {
    var page = room.published(id, "a");
    page = room.moved(page, "b");
    page = room.moved(page, "c");

    assertThat(room.at(EN, "a")).isEqualTo(new PageAt.Moved("/c"));
    assertThat(room.at(EN, "b")).isEqualTo(new PageAt.Moved("/c"));

    room.moved(page, "a");
    assertThat(room.page(EN, "a").title()).isEqualTo("Title of a");
    assertThat(room.at(EN, "c")).isEqualTo(new PageAt.Moved("/a"));
    assertThat(chains()).isZero();
  }

  @Test
  void aPageWinsOverARedirectFromItsPath() {
    room.moved(room.published(id, "old"), "new");

    room.published(UUID.randomUUID(), "old");

    assertThat(room.page(EN, "old").title()).isEqualTo("Title of old");
  }

  @Test
  void theScheduleHoldsByItself() {
    Instant now = room.clock.instant();
    var window = new Window(now.plusSeconds(60), now.plusSeconds(120));
    var saved = room.drafts.save(CALLER, id, EN, draft("soon", "Soon"), 0).await();
    var planned = room.drafts.publish(CALLER, id, EN, window, saved.version()).await();
    assertThat(planned.state()).isEqualTo("scheduled");
    assertThat(room.at(EN, "soon")).isEqualTo(new PageAt.Missing());
    assertThat(room.pages.nextChange(CALLER).await()).contains(now.plusSeconds(60));

    room.clock.advance(Duration.ofSeconds(60));
    var found = (PageAt.Found) room.at(EN, "soon");
    assertThat(found.validUntil()).contains(now.plusSeconds(120));
    assertThat(room.drafts.get(CALLER, id, EN).await().state()).isEqualTo("published");

    room.clock.advance(Duration.ofSeconds(60));
    assertThat(room.at(EN, "soon")).isEqualTo(new PageAt.Missing());
    assertThat(room.drafts.get(CALLER, id, EN).await().state()).isEqualTo("archived");
    assertThat(room.pages.nextChange(CALLER).await()).isEqualTo(Optional.empty());
  }

  @Test
  void leavesItsPathWhenItsEndHasPassed() {
    Instant now = room.clock.instant();
    var first = room.drafts.save(CALLER, id, EN, draft("fair", "Fair"), 0).await();
    var window = new Window(null, now.plusSeconds(60));
    var shown = room.drafts.publish(CALLER, id, EN, window, first.version()).await();
    UUID next = UUID.randomUUID();
    assertFault(Fault.Kind.CONFLICT, room.drafts.save(CALLER, next, EN, draft("fair", "x"), 0));

    room.clock.advance(Duration.ofSeconds(60));
    room.published(next, "fair");

    assertThat(room.page(EN, "fair").title()).isEqualTo("Title of fair");
    assertThat(room.drafts.get(CALLER, id, EN).await().version()).isEqualTo(shown.version());
    assertFault(
        Fault.Kind.CONFLICT, room.drafts.publish(CALLER, id, EN, Window.NOW, shown.version()));
  }

  @Test
  void refusesAPublicationThatNobodyWouldSee() {
    Instant now = room.clock.instant();
    var saved = room.drafts.save(CALLER, id, EN, draft("p", "P"), 0).await();

    var ended = new Window(null, now.minusSeconds(1));
    var backwards = new Window(now.plusSeconds(60), now.plusSeconds(60));
    for (Window window : List.of(ended, backwards)) {
      assertFault(Fault.Kind.RULE, room.drafts.publish(CALLER, id, EN, window, saved.version()));
    }
    var live = room.drafts.publish(CALLER, id, EN, Window.NOW, saved.version()).await();
    var later = new Window(now.plusSeconds(60), null);
    assertFault(Fault.Kind.RULE, room.drafts.publish(CALLER, id, EN, later, live.version()));
  }

  @Test
  void keepsRevisionsThatWereShownOrNamed() {
    var page = room.published(id, "page");
    page = room.drafts.save(CALLER, id, EN, draft("page", "2"), page.version()).await();
    page = room.drafts.save(CALLER, id, EN, draft("page", "2b"), page.version()).await();
    assertThat(page.draftRevision()).isEqualTo(2);

    var named = ((ObjectNode) draft("page", "2c")).put("name", "Before the fair");
    page = room.drafts.save(CALLER, id, EN, named, page.version()).await();
    page = room.drafts.save(CALLER, id, EN, draft("page", "3"), page.version()).await();

    assertThat(page.draftRevision()).isEqualTo(3);
    assertThat(Sql.column(room.url, "SELECT title FROM page_revision ORDER BY number"))
        .containsExactly("Title of page", "2c", "3");
  }

  @Test
  void beginsAPageInEnglishAndWithAType() {
    var untyped = ((ObjectNode) draft("x", "x")).without("type");

    assertFault(Fault.Kind.RULE, room.drafts.save(CALLER, id, DE, draft("x", "x"), 0));
    assertFault(Fault.Kind.RULE, room.drafts.save(CALLER, id, EN, untyped, 0));
    assertThat(Sql.number(room.url, "SELECT count(*) FROM page")).isZero();
  }

  @Test
  void notesAndAnnouncesWhatHappened() {
    room.published(id, "news-of-us");

    assertThat(Sql.column(room.url, "SELECT action FROM audit ORDER BY at"))
        .containsExactly("page.saved", "page.published");
    assertThat(room.announced).hasSize(1);
    assertThat(Json.tree(room.announced.get(0)).path("path").asText()).isEqualTo("/news-of-us");
    assertThat(room.changes).hasValue(1);
  }

  @Test
  void savesAMenuThatWasReadBefore() {
    var items = Json.parse("[{\"label\": \"A\", \"href\": \"/a\"}]");

    var first = room.menus.save(CALLER, EN, "main", items, 0).await();
    assertFault(Fault.Kind.STALE, room.menus.save(CALLER, EN, "main", items, 0));
    room.menus.save(CALLER, EN, "main", items, first.version()).await();

    assertThat(room.pages.frame(CALLER, DE).await().menus().get("main")).isEqualTo(items);
    assertThat(room.changes).hasValue(2);
    assertThatThrownBy(
            () -> room.menus.save(CALLER, EN, "main", Json.parse("[{\"href\": \"/a\"}]"), 2))
        .isInstanceOf(Fault.class);
  }

  @Test
  void neverShowsADeletedPage() {
    room.published(id, "gone");
    Sql.run(room.url, "UPDATE page_locale SET deleted_at = now()");

    assertThat(room.at(EN, "gone")).isEqualTo(new PageAt.Missing());
    assertFault(Fault.Kind.NOT_FOUND, room.drafts.get(CALLER, id, EN));
    room.published(UUID.randomUUID(), "gone");
  }

  private int chains() {
    return Sql.number(
        room.url,
        "SELECT count(*) FROM redirect a JOIN redirect b"
            + " ON a.locale = b.locale AND a.to_path = b.from_path");
  }

  private static void assertFault(Fault.Kind kind, Future<?> failing) {
    Future.join(List.of(failing)).otherwiseEmpty().await();
    assertThat(failing.cause()).isInstanceOf(Fault.class);
    assertThat(((Fault) failing.cause()).kind()).isEqualTo(kind);
  }
}
