package systems.voltaic.magnetiq;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.yaml.snakeyaml.Yaml;
import systems.voltaic.magnetiq.people.login.Passwords;
import systems.voltaic.magnetiq.testkit.Eventually;
import systems.voltaic.magnetiq.testkit.Sql;
import systems.voltaic.magnetiq.testkit.Visitor;

/** One of every kind that may knock at the door, each signed in as people and machines do it. */
final class Everybody {

  static final String PASSWORD = "a made-up sentence for tests";
  static final Set<String> CUSTOM = Set.of("people:read", "audit:read", "content:write");

  /**
   * Somebody who calls.
   *
   * @param bearer empty for a stranger
   * @param may what is allowed besides what is public
   * @param alive whether the credentials are good for anything
   */
  record Somebody(String name, String bearer, Set<String> may, boolean alive, UUID id) {}

  private static final List<String> RISING =
      List.of("viewer", "consultant", "editor", "admin", "super_admin");

  private final URI database;
  private final Visitor api;
  private final String hash;
  private final Map<String, List<String>> roles;
  private final List<Somebody> all = new ArrayList<>();

  Everybody(URI database, Visitor api) throws IOException {
    this.database = database;
    this.api = api.anonymous();
    this.roles = roles();
    this.hash = hash();
    all.add(new Somebody("anonymous", "", Set.of(), true, UUID.randomUUID()));
    for (String role : RISING) {
      join(role, role, sessionOf(role));
    }
    Sql.run(
        database,
        "INSERT INTO role (id, name, title, rank, permissions) VALUES ('%s', 'scout', '{\"en\": \"Scout\"}', 12, '{%s}')"
            .formatted(UUID.randomUUID(), String.join(",", CUSTOM)));
    join("custom role", "scout", withSelf(CUSTOM));
    join("enrolling", "super_admin", Set.of("self"));
    join("deactivated", "admin", null);
    join("deleted", "admin", null);
    join("expired", "admin", null);
    change();
    keys();
    awaitRights();
  }

  List<Somebody> all() {
    return all;
  }

  Somebody named(String name) {
    return all.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  /** What roles.yaml says: each has what stands before it, except that consultants are viewers. */
  Set<String> permissions(String role) {
    var permissions = new TreeSet<String>();
    for (String lower : RISING) {
      boolean beside = role.equals("consultant") && lower.equals("viewer");
      if (!beside) {
        permissions.addAll(roles.getOrDefault(lower, List.of()));
      }
      if (lower.equals(role)) {
        return permissions;
      }
    }
    throw new IllegalArgumentException(role);
  }

  private Set<String> sessionOf(String role) {
    return withSelf(permissions(role));
  }

  private static Set<String> withSelf(Set<String> permissions) {
    var all = new TreeSet<>(permissions);
    all.add("self");
    return all;
  }

  private void join(String name, String role, Set<String> may) throws IOException {
    UUID id = UUID.randomUUID();
    String email = name.replace(' ', '.').replace('_', '.') + "@example.com";
    Sql.run(
        database,
        "INSERT INTO person (id, email, email_key, name, state, password)"
            + " VALUES ('%s', '%s', '%s', '%s', 'active', '%s')"
                .formatted(id, email, email, name, hash));
    Sql.run(
        database,
        "INSERT INTO person_role SELECT '%s', id FROM role WHERE name = '%s'".formatted(id, role));
    var signedIn =
        api.send(
            "POST",
            "/api/v1/auth/login",
            Map.of(),
            "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD));
    String token = signedIn.json().path("accessToken").asText();
    all.add(new Somebody(name, token, may == null ? Set.of() : may, may != null, id));
  }

  /** The owner has shown a second factor; others are out. */
  private void change() {
    Sql.run(
        database,
        "UPDATE session SET methods = '{password,totp}' WHERE person_id = '%s'"
            .formatted(named("super_admin").id()));
    for (String state : List.of("deactivated", "deleted")) {
      Sql.run(
          database,
          "UPDATE person SET state = '%s' WHERE id = '%s'".formatted(state, named(state).id()));
    }
    Sql.run(
        database,
        "UPDATE session SET expires_at = now() - interval '1 second' WHERE person_id = '%s'"
            .formatted(named("expired").id()));
    Sql.run(database, "UPDATE access_version SET version = version + 1");
  }

  private void keys() throws IOException {
    var owner = named("super_admin");
    Eventually.that(
        "the owner may make keys",
        () -> api.bearing(owner.bearer()).get("/api/v1/keys").status() == 200);
    for (String scope : permissions("super_admin")) {
      all.add(new Somebody("key " + scope, key(owner, scope), Set.of(scope), true, owner.id()));
    }
    all.add(new Somebody("key of nothing", key(owner, "system:read"), Set.of(), true, owner.id()));
    Sql.run(
        database,
        "UPDATE api_key SET scopes = '{}' WHERE created_at = (SELECT max(created_at) FROM api_key)");
    var revoked = key(owner, "system:read");
    Sql.run(
        database,
        "UPDATE api_key SET revoked_at = now()"
            + " WHERE created_at = (SELECT max(created_at) FROM api_key)");
    all.add(new Somebody("revoked key", revoked, Set.of(), false, owner.id()));
    Sql.run(database, "UPDATE access_version SET version = version + 1");
  }

  private String key(Somebody owner, String scope) throws IOException {
    var made =
        api.bearing(owner.bearer())
            .send(
                "POST",
                "/api/v1/keys",
                Map.of(),
                "{\"name\":\"For %1$s\",\"scopes\":[\"%1$s\"]}".formatted(scope));
    return made.json().path("secret").asText();
  }

  private void awaitRights() {
    for (Somebody one : all) {
      int wanted = one.alive() ? 200 : 401;
      Eventually.that(one.name() + " is known as such", () -> identified(one) == wanted);
    }
  }

  private int identified(Somebody one) throws IOException {
    return api.bearing(one.bearer()).get("/api/v1/auth/options").status();
  }

  private static String hash() {
    var vertx = Vertx.vertx();
    try {
      return new Passwords(vertx, new SecureRandom()).hash(PASSWORD).await();
    } finally {
      vertx.close().await();
    }
  }

  private static Map<String, List<String>> roles() throws IOException {
    try (var in = Everybody.class.getResourceAsStream("/roles.yaml")) {
      return new TreeMap<>(new Yaml().<Map<String, List<String>>>load(in));
    }
  }
}
