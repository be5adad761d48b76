package systems.voltaic.magnetiq.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/** A made-up owner of the installation, whose API key may do all that a key may. */
public final class Staff {
  public static final String OWNER = "00000000-0000-7000-8000-0000000000a1";
  public static final String KEY_ID = "00000000-0000-7000-8000-0000000000a2";

  /** It opens nothing but databases of tests. */
  public static final String KEY = "mq_live_MadeUp00OnlyForTestsAndNothingElse123456mOHwE0";

  private static final String JOIN =
      """
      INSERT INTO person (id, email, email_key, name, state)
      VALUES ('%1$s', 'owner@example.test', 'owner@example.test', 'Olga Owner', 'active')
      ON CONFLICT DO NOTHING;
      INSERT INTO person_role (person_id, role_id)
      SELECT '%1$s', id FROM role WHERE name = 'super_admin'
      ON CONFLICT DO NOTHING;
      INSERT INTO api_key (id, person_id, name, prefix, hash, scopes)
      VALUES ('%2$s', '%1$s', 'Tests', '%3$s', decode('%4$s', 'hex'), '{%5$s}')
      ON CONFLICT DO NOTHING
      """;

  /** Makes the owner and the key known in a migrated database; once more changes nothing. */
  public static void join(URI database) {
    String scopes = String.join(",", permissions());
    Sql.run(
        database, JOIN.formatted(OWNER, KEY_ID, KEY.substring(0, 16), hex(sha256(KEY)), scopes));
  }

  /** Makes somebody with these built-in roles; answers the id. */
  public static String person(URI database, String name, String... roles) {
    String id = UUID.randomUUID().toString();
    String email = name + "@example.test";
    Sql.run(
        database,
        "INSERT INTO person (id, email, email_key, name, state) VALUES ('%s', '%s', '%s', '%s', 'active')"
            .formatted(id, email, email, name));
    for (String role : roles) {
      Sql.run(
          database,
          "INSERT INTO person_role SELECT '%s', id FROM role WHERE name = '%s'"
              .formatted(id, role));
    }
    return id;
  }

  /** Every permission of roles.yaml. */
  public static List<String> permissions() {
    try (var in = Staff.class.getResourceAsStream("/roles.yaml")) {
      Map<String, List<String>> roles = new Yaml().load(in);
      return roles.values().stream().flatMap(List::stream).collect(Collectors.toList());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private Staff() {}
}
