package systems.voltaic.magnetiq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import systems.voltaic.magnetiq.ContractRequests.Request;
import systems.voltaic.magnetiq.Everybody.Somebody;
import systems.voltaic.magnetiq.http.Contract;
import systems.voltaic.magnetiq.testkit.Databases;
import systems.voltaic.magnetiq.testkit.Platform;
import systems.voltaic.magnetiq.testkit.Sql;
import systems.voltaic.magnetiq.testkit.Visitor;

/**
 * Every operation of the contract by everybody: allowed exactly where permissions.yaml and
 * roles.yaml say so. What is allowed is asked with a parameter that nobody knows, so that it gets
 * past the door and no further; what is forbidden is asked as well as it can be.
 */
class PermissionMatrixIT {

  private static final String UNKNOWN = "matrix";

  @TempDir private static Path folder;
  private static URI database;
  private static Platform platform;
  private static Visitor api;
  private static Everybody everybody;
  private static List<Request> requests;
  private static Map<String, String> table;
  private static Footprint footprint;

  @BeforeAll
  static void start() throws IOException {
    database = Databases.fresh();
    var environment = new HashMap<>(Platform.withDemo(database, Databases.redisUrl()));
    environment.put("ROLES", "api");
    for (String limit :
        List.of("LOGIN_MINUTE", "FORMS_MINUTE", "REFRESH_MINUTE", "DOWNLOADS_FIVE_MINUTES")) {
      environment.put("RATE_LIMIT_" + limit, "1000000");
    }
    platform = Platform.start(folder, environment);
    api = platform.api().anonymous();
    everybody = new Everybody(database, api);
    requests = new ContractRequests(Contract.packaged(1_000_000)).all();
    table = table();
    Files.createDirectories(folder.resolve("data"));
    footprint = new Footprint(database, folder.resolve("data"));
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  @Test
  void everybodyMayWhatTheTablesSayAndARefusalLeavesNoTrace() throws IOException {
    var wrong = new ArrayList<String>();
    int asked = 0;
    var before = footprint.take();
    for (Request request : requests) {
      for (Somebody somebody : everybody.all()) {
        asked += ask(request, somebody, wrong);
      }
      var after = footprint.take();
      before.forEach((part, sum) -> compare(wrong, request, part, sum, after.get(part)));
      before = after;
    }
    System.out.printf(
        "permission matrix: %d requests, %d operations, %d identities%n",
        asked, requests.size(), everybody.all().size());
    assertThat(wrong).isEmpty();
    assertThat(asked).isGreaterThan(3000);
  }

  /** Whether the thing in the path exists makes no difference to the answer. */
  private static int ask(Request request, Somebody somebody, List<String> wrong)
      throws IOException {
    String expected = expected(request, somebody);
    var ids = request.hasId() ? ids(request, somebody) : List.of("");
    for (String id : ids) {
      String path = request.path(id) + (expected.equals("allowed") ? "?" + UNKNOWN + "=1" : "");
      String answer = answer(request, somebody, path);
      if (!answer.equals(expected) && !isToldToAnybody(request, somebody, answer)) {
        wrong.add(
            "%s by %s: %s instead of %s"
                .formatted(request.operation(), somebody.name(), answer, expected));
      }
    }
    return ids.size();
  }

  /** Finished public answers are given without a look at who asks. */
  private static boolean isToldToAnybody(Request request, Somebody somebody, String answer) {
    return !somebody.alive()
        && answer.equals("200")
        && request.method().equals("GET")
        && table.get(request.operation()).equals("public");
  }

  private static String answer(Request request, Somebody somebody, String path) throws IOException {
    var answer =
        api.bearing(somebody.bearer())
            .send(request.method(), path, request.headers(), request.body());
    boolean passed = answer.status() == 400 && answer.body().contains("/query/" + UNKNOWN);
    return passed ? "allowed" : status(answer);
  }

  /** A refusal at the door is another one than that of a feature behind it. */
  private static String status(Visitor.Answer answer) {
    String type = answer.status() == 403 ? answer.json().path("type").asText() : "";
    return answer.status() + type.replaceAll(".*/", " ");
  }

  private static String expected(Request request, Somebody somebody) {
    String permission = table.get(request.operation());
    if (!somebody.alive()) {
      return "401";
    }
    if (permission.equals("public") || somebody.may().contains(permission)) {
      return "allowed";
    }
    return somebody.bearer().isEmpty() ? "401" : "403 forbidden";
  }

  /** Even who may call an operation gets nothing by it that belongs to somebody else. */
  @Test
  void whatBelongsToSomebodyElseIsNotThere() throws IOException {
    String owners = everybody.named("super_admin").id().toString();
    String session =
        Sql.value(database, "SELECT id FROM session WHERE person_id = '%s'".formatted(owners));
    String key =
        Sql.value(
            database, "SELECT id FROM api_key WHERE person_id = '%s' LIMIT 1".formatted(owners));
    var before = footprint.take();
    assertThat(status("DELETE", "/me/sessions/" + session)).isEqualTo(404);
    assertThat(status("DELETE", "/sessions/" + session)).isIn(403, 404);
    assertThat(status("GET", "/keys/" + key)).isEqualTo(404);
    assertThat(status("DELETE", "/keys/" + key)).isIn(403, 404);
    for (String act : List.of("deactivate", "reset-factors", "sign-out")) {
      assertThat(status("POST", "/people/" + owners + "/" + act)).isEqualTo(403);
    }
    assertThat(status("DELETE", "/people/" + owners)).isEqualTo(403);
    assertThat(status("GET", "/people/" + UUID.randomUUID())).isEqualTo(404);
    assertThat(footprint.take()).isEqualTo(before);
  }

  private static int status(String method, String path) throws IOException {
    var headers = Map.of("If-Match", "\"1\"");
    return api.bearing(everybody.named("admin").bearer())
        .send(method, "/api/v1" + path, headers, "")
        .status();
  }

  /** One's own, somebody else's, and one that does not exist. */
  private static List<String> ids(Request request, Somebody somebody) {
    String owner = everybody.named("super_admin").id().toString();
    String guessed = UUID.randomUUID().toString();
    if (request.template().startsWith("/people/")) {
      return List.of(somebody.id().toString(), owner, guessed);
    }
    String things =
        request.template().contains("/sessions/")
            ? "SELECT id FROM session WHERE person_id "
            : request.template().startsWith("/keys/")
                ? "SELECT id FROM api_key WHERE person_id "
                : "SELECT id FROM role WHERE name = 'scout' OR name ";
    var real = Sql.column(database, things + "= '" + owner + "' LIMIT 1");
    return List.of(real.get(0), guessed);
  }

  private static void compare(
      List<String> wrong, Request request, String part, String before, String after) {
    if (!before.equals(after)) {
      wrong.add(request.operation() + " changed " + part + ": " + before + " -> " + after);
    }
  }

  private static Map<String, String> table() throws IOException {
    var table = new HashMap<String, String>();
    try (InputStream in = PermissionMatrixIT.class.getResourceAsStream("/permissions.yaml")) {
      new Yaml()
          .<Map<String, Object>>load(in)
          .forEach((operation, line) -> table.put(operation, permission(line)));
    }
    return table;
  }

  private static String permission(Object line) {
    return line instanceof Map<?, ?> map ? map.get("permission").toString() : line.toString();
  }
}
