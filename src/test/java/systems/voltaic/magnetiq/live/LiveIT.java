package systems.voltaic.magnetiq.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.dns.AddressResolverOptions;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.Guest;
import systems.voltaic.magnetiq.testkit.Needs;
import systems.voltaic.magnetiq.testkit.NginxProcess;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.Program;
import systems.voltaic.magnetiq.testkit.Punctual;
import systems.voltaic.magnetiq.testkit.Sql;
import systems.voltaic.magnetiq.testkit.Staff;
import systems.voltaic.magnetiq.testkit.Visitor;

/** Two instances and the real edge in front of them. */
@Needs(Program.NGINX)
@Punctual
class LiveIT {

  @TempDir private static Path folder;
  private static final Vertx VERTX = Vertx.vertx(knowing("example.test"));
  private static URI database;
  private static Map<String, String> environment;
  private static Platform one;
  private static Platform other;
  private static NginxProcess nginx;

  /** Names that lead to this machine, whatever the rest of the world says. */
  private static VertxOptions knowing(String name) {
    var hosts = Buffer.buffer("127.0.0.1 localhost " + name + "\n");
    return new VertxOptions()
        .setAddressResolverOptions(new AddressResolverOptions().setHostsValue(hosts));
  }

  @BeforeAll
  static void start() throws IOException {
    database = Databases.fresh();
    environment = new HashMap<>(Platform.withDemo(database, Databases.redisUrl()));
    environment.put("TRUSTED_PROXIES", "127.0.0.1/32");
    environment.put("ALLOWED_HOSTS", "localhost,example.test");
    environment.put("CORS_ORIGINS", "https://pages.example.com");
    one = Platform.start(Files.createDirectories(folder.resolve("one")), environment);
    other = Platform.start(Files.createDirectories(folder.resolve("other")), environment);
    nginx = edge(other);
  }

  private static NginxProcess edge(Platform behind) throws IOException {
    var variables =
        Map.of(
            "SITE_UPSTREAMS", "server 127.0.0.1:" + behind.sitePort() + ";",
            "API_UPSTREAMS", "server 127.0.0.1:" + behind.apiPort() + ";");
    Path edge = Files.createDirectories(folder.resolve("edge"));
    return NginxProcess.start("prod.conf.template", edge, variables);
  }

  @AfterAll
  static void stop() {
    nginx.close();
    one.close();
    other.close();
    VERTX.close().await();
  }

  private static Guest owner() throws IOException {
    return Guest.signIn(database, one.api(), Staff.OWNER);
  }

  private static String ticket(Guest who) throws IOException {
    var answer = who.visitor().send("POST", "/api/v1/live/ticket", Map.of(), "");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().at("/ticket").asText();
  }

  private static OpenPage through(int port, Guest who) throws IOException {
    return OpenPage.at(VERTX, port, ticket(who));
  }

  private static OpenPage throughTheEdge(Guest who) throws IOException {
    var trusting = new WebSocketClientOptions().setTrustAll(true).setVerifyHost(false);
    var options =
        new WebSocketConnectOptions()
            .setHost("example.test")
            .setPort(nginx.httpsPort())
            .setSsl(true)
            .setURI("/ws?ticket=" + ticket(who))
            .addHeader("Origin", "https://pages.example.com");
    return OpenPage.at(VERTX.createWebSocketClient(trusting), options);
  }

  @Test
  void tellsPagesOnBothInstancesWhoIsWhereAndWhatChanged() throws IOException {
    OpenPage here = through(one.sitePort(), owner());
    OpenPage there = throughTheEdge(owner());
    here.next("hello", "");
    there.next("hello", "");

    here.here("/admin/people");
    there.here("/admin/settings");
    assertThat(there.next("presence", "/admin/people").toString()).contains("Olga Owner");
    here.next("presence", "/admin/settings");

    String path = "/api/v1/settings/company.phone";
    String seen = one.api().get(path).header("etag");
    var put = one.api().put(path, seen, "{\"value\":\"+49 30 5550 0999\"}");
    assertThat(put.status()).as(put.body()).isEqualTo(200);
    here.next("changed", "settings");
    there.next("changed", "settings");

    Sql.run(
        database,
        "INSERT INTO job (id, kind, state, priority, payload, due_at, max_attempts, parked_at)"
            + " VALUES (gen_random_uuid(), 'made.up', 'parked', 1, '{}', now(), 1, now())");
    here.next("counts", "\"parked\":1");
    there.next("counts", "\"parked\":1");
  }

  @Test
  void tellsPagesOnBothInstancesOfEveryKindOfChange() throws IOException {
    Guest owner = owner();
    OpenPage here = through(one.sitePort(), owner);
    OpenPage there = throughTheEdge(owner());
    here.next("hello", "");
    there.next("hello", "");
    String job =
        Sql.value(
            database,
            "INSERT INTO job (id, kind, state, priority, payload, due_at, max_attempts, parked_at)"
                + " VALUES (gen_random_uuid(), 'made.up', 'parked', 1, '{}', now(), 1, now())"
                + " RETURNING id");
    String person = Staff.person(database, "Wanda", "editor");
    Guest away = Guest.signIn(database, one.api(), person);
    here.next("changed", "jobs");

    done(owner, "DELETE", "/sessions/" + away.session(), "");
    done(owner, "POST", "/people/" + person + "/sign-out", "");
    done(owner, "POST", "/jobs/" + job + "/replay", "");
    done(
        owner,
        "POST",
        "/roles",
        """
        {"name": "made_up", "title": {"en": "Made up"}, "rank": 5, "permissions": ["content:read"],
         "secondFactor": false}
        """);
    done(owner, "POST", "/keys", "{\"name\": \"Made up\", \"scopes\": [\"content:read\"]}");

    for (OpenPage page : List.of(here, there)) {
      for (String what : List.of("people", "sessions", "jobs", "roles", "keys")) {
        page.next("changed", "\"" + what + "\"");
      }
    }
  }

  private static void done(Guest who, String method, String path, String body) throws IOException {
    var answer = who.visitor().send(method, "/api/v1" + path, Map.of(), body);
    assertThat(answer.status()).as(path + answer.body()).isBetween(200, 299);
  }

  @Test
  void endsOnEveryInstanceWithinASecondOfItsSession() throws IOException {
    Guest who = owner();
    OpenPage here = through(one.sitePort(), who);
    OpenPage there = throughTheEdge(who);
    here.next("hello", "");
    there.next("hello", "");

    long begun = System.nanoTime();
    int ended =
        one.api().send("DELETE", "/api/v1/sessions/" + who.session(), Map.of(), "").status();
    assertThat(ended).isEqualTo(204);
    here.next("bye", "session");
    there.next("bye", "session");
    long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);

    System.out.println("both pages were told of the end of their session after " + took + " ms");
    assertThat(took).isLessThan(1_500);
    assertThat(here.closed()).isEqualTo(Connection.SESSION_OVER);
    assertThat(there.closed()).isEqualTo(Connection.SESSION_OVER);
  }

  @Test
  void letsInOnlyPagesOfOursWithATicket() throws IOException {
    int port = one.sitePort();
    for (String origin : new String[] {"https://evil.example", "http://localhost.evil:1", "null"}) {
      assertRefused(403, OpenPage.options(port, ticket(owner()), origin));
    }
    assertRefused(401, OpenPage.options(port, "made-up", "http://localhost:" + port));
    assertRefused(401, OpenPage.options(port, "", "http://localhost:" + port));
    assertThat(one.site().get("/ws").status()).isEqualTo(426);
    assertThat(one.api().get("/ws?ticket=x").status()).isEqualTo(426);
    var key = one.api().send("POST", "/api/v1/live/ticket", Map.of(), "");
    assertThat(key.status()).isEqualTo(403);
  }

  private static void assertRefused(int status, WebSocketConnectOptions options) {
    assertThatThrownBy(() -> OpenPage.at(VERTX, options))
        .isInstanceOfSatisfying(
            UpgradeRejectedException.class, r -> assertThat(r.getStatus()).isEqualTo(status));
  }

  @Test
  void saysGoodByeWhenItsInstanceLeaves() throws IOException {
    try (var leaving = Platform.start(Files.createDirectories(folder.resolve("x")), environment)) {
      OpenPage page = through(leaving.sitePort(), owner());
      page.next("hello", "");

      leaving.process().terminate();

      page.next("bye", "drain");
      assertThat(page.closed()).isEqualTo(Connection.GOING_AWAY);
      assertThat(leaving.process().awaitExit(Duration.ofSeconds(30))).isIn(0, 143);
    }
  }

  @Test
  void leadsToAScreenOrAPageFromEverythingItFinds() throws IOException {
    Guest owner = owner();
    Sql.run(
        database,
        "INSERT INTO webhook (id, url, events, sealed_secret, active) VALUES"
            + " (gen_random_uuid(), 'https://hooks.example.com/', '{job.parked}', 'x', false)");
    var all = new ArrayList<JsonNode>();
    for (String q : List.of("olga", "redaktion", "tests", "phone", "training", "hooks")) {
      var items = owner.visitor().get("/api/v1/search?q=" + q).json().at("/items");
      items.forEach(all::add);
    }
    Sql.run(database, "DELETE FROM webhook");
    Screens screens = Screens.read();
    var kinds = new TreeSet<String>();
    for (JsonNode found : all) {
      String href = found.at("/href").asText();
      kinds.add(found.at("/kind").asText());
      if (found.at("/kind").asText().equals("page")) {
        assertThat(one.site().get(href).status()).as(href).isEqualTo(200);
      } else {
        assertThat(screens.has(href)).as(href).isTrue();
      }
    }
    assertThat(kinds).containsExactly("key", "page", "person", "role", "setting", "webhook");
  }

  @Test
  void findsInEveryKindWhatTheCallerMayRead() throws IOException {
    var owner = owner().visitor();
    assertThat(owner.get("/api/v1/search?q=olg").body())
        .contains("\"kind\":\"person\"", "Olga Owner", "/admin/people/" + Staff.OWNER);
    assertThat(owner.get("/api/v1/search?q=redaktion").body()).contains("\"kind\":\"role\"");
    assertThat(owner.get("/api/v1/search?q=TEST").body()).contains("\"kind\":\"key\"");
    assertThat(owner.get("/api/v1/search?q=company%20phone").body())
        .contains("\"id\":\"company.phone\"");
    var german = Map.of("Accept-Language", "de");
    var named = owner.send("GET", "/api/v1/search?q=wartung", german, "").json().at("/items/0");
    assertThat(named.at("/id").asText()).isEqualTo("maintenance.enabled");
    assertThat(named.at("/title").asText()).isEqualTo("Wartungsmodus");
    assertThat(owner.get("/api/v1/search").json().at("/items").size()).isZero();
    assertThat(owner.get("/api/v1/search?q=%20").json().at("/items").size()).isZero();
    assertThat(owner.get("/api/v1/search?q=%27%22)%20%26%20!").status()).isEqualTo(200);
    assertThat(one.api().get("/api/v1/search?q=a").status()).isEqualTo(403);
    assertThat(Visitor.of("http://127.0.0.1:" + one.apiPort()).get("/api/v1/search").status())
        .isEqualTo(401);
  }
}
