package systems.voltaic.magnetiq.site;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import systems.voltaic.magnetiq.redis.RedisServer;
import systems.voltaic.magnetiq.testkit.Needs;
import systems.voltaic.magnetiq.testkit.Program;

/** What the edge and other caches on the way may keep of a page, and for how long. */
@Needs(Program.REDIS)
class SharedCopiesIT {

  private static final String[] AS_VISITOR = {"sec-fetch-site", "cross-site"};

  private final Shelves shelves = new Shelves();
  private RedisServer redis;
  private SiteInstance site;

  @BeforeEach
  void start() throws Exception {
    redis = new RedisServer();
    site = new SiteInstance(redis, shelves);
    site.site.prepare().await(30, SECONDS);
  }

  @AfterEach
  void stop() {
    site.close();
    redis.close();
  }

  @Test
  void letsTheEdgeKeepAPageForThisSecond() throws Exception {
    assertIsKeptForThisSecond(site.get("/about", "X-Forwarded-For", "203.0.113.9"));
    assertThat(site.get("/about").headers().firstValue("x-accel-expires")).isEmpty();
  }

  @Test
  void letsTheEdgeThatIsTrustedKeepAPageForThisSecond() throws Exception {
    try (var behind = new SiteInstance(redis, shelves, List.of("127.0.0.0/8"))) {
      assertIsKeptForThisSecond(behind.get("/about", "X-Forwarded-For", "203.0.113.9"));
    }
  }

  @Test
  void isClosedToVisitorsDuringMaintenance() throws Exception {
    site.closed.set(true);

    HttpResponse<String> visitor = site.get("/de/about", AS_VISITOR);

    assertThat(visitor.statusCode()).isEqualTo(503);
    assertThat(visitor.headers().firstValue("retry-after")).isPresent();
    assertThat(visitor.body()).contains("<h1>maintenance", "Back soon DE");
    assertThat(site.get("/about").body()).contains("<h1>About");
  }

  @Test
  void takesThePlaceOfKeptPagesDuringMaintenanceForNoLongerThanASecond() throws Exception {
    site.closed.set(true);

    HttpResponse<String> visitor = site.get("/about", "X-Forwarded-For", "203.0.113.9");

    assertThat(visitor.statusCode()).isEqualTo(503);
    assertThat(visitor.headers().firstValue("cache-control"))
        .hasValue("public, max-age=0, s-maxage=1, must-revalidate");
    assertIsKeptForThisSecond(visitor);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/about", "/about/", "/nothing-here"})
  void keepsToStaffWhatIsClosedToOthers(String path) throws Exception {
    site.get(path);
    site.closed.set(true);

    HttpResponse<String> staff = site.get(path);

    assertThat(staff.statusCode()).isNotEqualTo(503);
    assertThat(staff.headers().allValues("cache-control")).containsExactly("no-store");
  }

  private static void assertIsKeptForThisSecond(HttpResponse<String> answer) {
    String until = answer.headers().firstValue("x-accel-expires").orElseThrow();
    long now = Instant.now().getEpochSecond();
    assertThat(until).startsWith("@");
    assertThat(Long.parseLong(until.substring(1))).isBetween(now - 5, now);
  }
}
