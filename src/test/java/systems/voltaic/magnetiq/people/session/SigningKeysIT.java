package systems.voltaic.magnetiq.people.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.secret.Vault;
import systems.voltaic.magnetiq.secret.VaultConfig;
import systems.voltaic.magnetiq.testkit.Sql;

class SigningKeysIT {

  private final SessionRoom one = new SessionRoom();
  private final SessionRoom other = new SessionRoom(one.url);

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  @Test
  void areMadeOnceByInstancesThatStartTogether() {
    Future.all(one.keys.start(), other.keys.start(), one.keys.start(), other.keys.start()).await();

    assertThat(ids()).hasSize(1);
    assertThat(one.keys.ring().get(0).id()).isEqualTo(other.keys.ring().get(0).id());
  }

  @Test
  void signHereWhatAnotherInstanceTakes() {
    one.started();
    other.started();
    Opened opened = one.open();

    assertThat(other.tokens.verify(opened.accessToken()).person()).isEqualTo(SessionRoom.OWNER);
  }

  @Test
  void areReplacedAfterAMonthWithAnOverlap() {
    one.started();
    one.clock.advance(Duration.ofDays(29));
    one.keys.rotate().await();
    assertThat(ids()).hasSize(1);

    one.clock.advance(Duration.ofDays(2));
    other.clock.advance(Duration.ofDays(31));
    one.keys.rotate().await();
    other.keys.rotate().await();
    other.keys.load().await();
    assertThat(ids()).hasSize(2);

    String before = token(one);
    one.clock.advance(Duration.ofMinutes(11));
    other.clock.advance(Duration.ofMinutes(11));
    String after = token(one);
    assertThat(header(before)).isNotEqualTo(header(after));
    assertThat(other.tokens.verify(before)).isNotNull();
    assertThat(other.tokens.verify(after)).isNotNull();
    one.clock.advance(Duration.ofDays(1));
    assertThat(one.keys.ring().get(1).verifiesAt(one.clock.instant())).isFalse();
  }

  @Test
  void goWhenTheyAreLongRetired() {
    one.started();
    for (int month = 0; month < 4; month++) {
      one.clock.advance(Duration.ofDays(31));
      one.keys.rotate().await();
    }
    assertThat(ids()).as("of five").hasSize(3);
  }

  @Test
  void areSealedForTheirOwnRow() {
    one.started();
    String sealed = sealed();

    assertThat(sealed).startsWith("v1.");
    assertThat(Sql.number(one.url, "SELECT count(*) FROM signing_key WHERE id = id")).isEqualTo(1);
    Sql.run(one.url, "UPDATE signing_key SET id = 'moved'");
    one.keys.load().await();
    assertThat(one.keys.ring().get(0).privateKey()).isEmpty();
  }

  @Test
  void areMadeAnewWhereTheKeyOfTheVaultIsAnother() {
    one.started();
    var vault = new Vault(new VaultConfig("another-made-up-key", Optional.empty()), one.random);
    var keys = new SigningKeys(one.vertx, one.db, vault, one.random, one.clock, one.version);

    keys.start().await();

    assertThat(ids()).hasSize(2);
    assertThat(keys.ring().stream().filter(key -> key.signsAt(one.clock.instant()))).hasSize(1);
  }

  @Test
  void everyInstanceLearnsOfANewOne() {
    one.started();
    int version = version();
    one.keys.rotate().await();
    assertThat(version()).as("nothing was due").isEqualTo(version);

    one.clock.advance(Duration.ofDays(31));
    one.keys.rotate().await();

    assertThat(version()).isGreaterThan(version);
  }

  @Test
  void areSealedAnewWhereTheKeyOfTheVaultWasReplaced() {
    one.started();
    var config = new VaultConfig("the-next-made-up-key", Optional.of(SessionRoom.KEY));
    var vault = new Vault(config, one.random);
    var keys = new SigningKeys(one.vertx, one.db, vault, one.random, one.clock, one.version);
    assertThat(vault.outdated(sealed())).isTrue();

    keys.rotate().await();

    assertThat(vault.outdated(sealed())).isFalse();
    assertThat(ids()).hasSize(1);
    assertThat(keys.ring().get(0).signsAt(one.clock.instant())).isTrue();
  }

  private String sealed() {
    return Sql.value(one.url, "SELECT private_key FROM signing_key");
  }

  private int version() {
    return Sql.number(one.url, "SELECT version FROM access_version");
  }

  private Set<String> ids() {
    return new HashSet<>(Sql.column(one.url, "SELECT id FROM signing_key"));
  }

  private static String token(SessionRoom room) {
    return room.tokens.issue(HostileTokens.PERSON, HostileTokens.SESSION);
  }

  private static String header(String token) {
    return token.substring(0, token.indexOf('.'));
  }
}
