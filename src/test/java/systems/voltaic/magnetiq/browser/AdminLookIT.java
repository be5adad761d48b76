package systems.voltaic.magnetiq.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static systems.voltaic.magnetiq.browser.AccessRoom.button;
import static systems.voltaic.magnetiq.browser.AccessRoom.named;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systems.voltaic.magnetiq.testkit.Needs;
import systems.voltaic.magnetiq.testkit.Program;
import systems.voltaic.magnetiq.testkit.Punctual;
import systems.voltaic.magnetiq.testkit.Sql;

/**
 * Every screen of the admin, with something on it, is open to everybody in both languages. It works
 * while the punctual ones wait.
 */
@Needs({Program.CHROMIUM, Program.NODE})
@Punctual
@Order(2)
class AdminLookIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String ROLE = UUID.randomUUID().toString();
  private static final String WEBHOOK = UUID.randomUUID().toString();
  private static final List<String> GATES =
      List.of("/login", "/forgot", "/reset#token=none", "/email#token=none");
  private static final String CONTENT =
      """
      INSERT INTO role (id, name, title, rank, permissions)
      VALUES ('%1$s', 'proofreader', '{"en": "Proofreader", "de": "Lektorat"}', 12, '{people:read}');
      INSERT INTO webhook (id, url, events, sealed_secret, active)
      VALUES ('%2$s', 'https://hooks.example.com/partner', '{job.parked}', 'x', false);
      INSERT INTO webhook_delivery (id, webhook_id, event, payload, state, attempts, last_error)
      VALUES (gen_random_uuid(), '%2$s', 'job.parked', '{}', 'failed', 3, 'nobody answers');
      INSERT INTO mail (id, template, recipient, subject, language, headers, html, text, state)
      SELECT gen_random_uuid(), 'test', state || '@example.com', 'How it went: ' || state, 'en', '{}',
             'Hello', 'Hello', state
      FROM unnest('{sent,failed,bounced}'::text[]) state;
      INSERT INTO job (id, kind, state, priority, payload, due_at, attempts, max_attempts,
                       last_error, parked_at)
      VALUES (gen_random_uuid(), 'webhook.deliver', 'parked', 1, '{}', now(), 3, 3,
              'nobody answers', now());
      """;
  private static final String KEY =
      """
      INSERT INTO api_key (id, person_id, name, prefix, hash, scopes)
      SELECT gen_random_uuid(), id, 'Export', 'mq_live_' || left(id::text, 8), id::text::bytea,
             '{people:read}'
      FROM person WHERE email LIKE 'olivia.%'
      ON CONFLICT DO NOTHING
      """;

  @TempDir private static Path folder;
  private static AccessRoom room;
  private static String somebody;

  @BeforeAll
  static void open() {
    setDefaultAssertionTimeout((double) PATIENCE.toMillis());
    room = new AccessRoom(folder);
    somebody = room.person(Tongue.EN, "Ada", "editor").id();
    room.person(Tongue.DE, "Wanda", "admin");
    for (String state : List.of("invited", "deactivated")) {
      String id = room.person(Tongue.DE, state, "viewer").id();
      Sql.run(room.database, "UPDATE person SET state = '%s' WHERE id = '%s'".formatted(state, id));
    }
    Sql.run(room.database, CONTENT.formatted(ROLE, WEBHOOK));
  }

  @AfterAll
  static void close() {
    room.close();
  }

  @AfterEach
  void nothingComplained() {
    assertThat(room.browser.complaints()).isEmpty();
    assertThat(room.browser.cspViolations()).isEmpty();
  }

  @Test
  void everyGateIsOpenToEverybody() {
    assertOpen(room.page(Tongue.EN), GATES.stream());
  }

  @Test
  void everyScreenIsOpenToEverybody() throws GeneralSecurityException {
    Page owner = room.owner(Tongue.EN);
    Sql.run(room.database, KEY);
    var more =
        Stream.of(
            "/settings?group=limits",
            "/people/" + somebody,
            "/roles/" + ROLE,
            "/webhooks/" + WEBHOOK);
    assertOpen(owner, Stream.concat(OnScreen.EVERY_SCREEN.stream(), more));
  }

  /** Every screen is loaded in the language that the one before it ended in. */
  private static void assertOpen(Page page, Stream<String> screens) {
    var look = new Look(room.browser, page);
    Tongue spoken = Tongue.EN;
    for (String screen : screens.toList()) {
      room.visit(page, screen);
      assertThat(page.locator("h1")).isVisible();
      assertAtRest(page, spoken);
      look.from(spoken);
      spoken = spoken.other();
      speak(page, spoken);
      assertAtRest(page, spoken);
      look.from(spoken);
    }
    assertThat(look.faults()).isEmpty();
  }

  private static void speak(Page page, Tongue tongue) {
    button(page, tongue.of("Sprache", "Language")).click();
    var items = page.getByRole(AriaRole.MENUITEMRADIO);
    page.getByRole(AriaRole.MENUITEMRADIO, named(tongue.of("English", "Deutsch"))).click();
    assertThat(items).hasCount(0);
  }

  private static void assertAtRest(Page page, Tongue tongue) {
    assertThat(page.locator("[aria-busy=true]")).hasCount(0);
    assertThat(page.locator("html")).hasAttribute("lang", tongue.code());
  }
}
