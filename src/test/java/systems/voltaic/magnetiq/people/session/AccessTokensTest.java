package systems.voltaic.magnetiq.people.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.testkit.FakeClock;

class AccessTokensTest {

  private static final String GOOD = "a good one | = | = | good | {h}.{p}.{s}";
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private final FakeClock clock = FakeClock.at("2026-03-01T12:00:00Z");
  private final Instant start = clock.instant();
  private final SigningKey retired =
      key("retired", start.minusSeconds(90_000), Optional.of(start.minusSeconds(1)));
  private final SigningKey good = key("current", start.minusSeconds(60), Optional.empty());
  private final SigningKey next = key("next", start.plusSeconds(600), Optional.empty());
  private final SigningKey other = key("current", start.minusSeconds(60), Optional.empty());
  private final List<SigningKey> ring = new ArrayList<>(List.of(next, good, retired));
  private final AccessTokens tokens =
      new AccessTokens(
          HostileTokens.ISSUER,
          () -> ring,
          () -> new Lifetimes(QUARTER, Duration.ofDays(7), Duration.ofMinutes(30)),
          clock);

  @Test
  void takesWhatItMade() {
    Claims claims = tokens.verify(tokens.issue(HostileTokens.PERSON, HostileTokens.SESSION));

    assertThat(claims.person()).isEqualTo(HostileTokens.PERSON);
    assertThat(claims.session()).isEqualTo(HostileTokens.SESSION);
    assertThat(claims.expiresAt()).isEqualTo(start.plus(QUARTER));
  }

  @Test
  void takesNothingOfTheListOfTricks() {
    var tricks = new HostileTokens(good, next, retired, other, start);
    assertThat(tokens.verify(tricks.token(GOOD)).person()).isEqualTo(HostileTokens.PERSON);
    var accepted = new ArrayList<String>();

    for (String row : HostileTokens.rows()) {
      if (isAccepted(tricks.token(row))) {
        accepted.add(row);
      }
    }

    System.out.printf("%d tricks with tokens, %d accepted%n", rows(), accepted.size());
    assertThat(rows()).isGreaterThanOrEqualTo(120);
    assertThat(accepted).isEmpty();
  }

  @Test
  void saysWhenATokenHasExpired() {
    String token = tokens.issue(HostileTokens.PERSON, HostileTokens.SESSION);
    clock.advance(QUARTER.plusSeconds(29));
    tokens.verify(token);

    clock.advance(Duration.ofSeconds(2));

    assertThat(code(token)).isEqualTo("token-expired");
  }

  @Test
  void signsWithTheNewestKeyWhoseTimeHasCome() {
    assertThat(tokens.issue(HostileTokens.PERSON, HostileTokens.SESSION)).startsWith(good.header());
    clock.advance(Duration.ofMinutes(10));
    assertThat(tokens.issue(HostileTokens.PERSON, HostileTokens.SESSION)).startsWith(next.header());
  }

  @Test
  void asksTheKeysAgainOnceTheyChanged() {
    String token = tokens.issue(HostileTokens.PERSON, HostileTokens.SESSION);
    tokens.verify(token);
    ring.remove(good);
    tokens.forget();

    assertThat(code(token)).isEqualTo("token-invalid");
  }

  private static int rows() {
    return HostileTokens.rows().size();
  }

  private boolean isAccepted(String token) {
    try {
      tokens.verify(token);
      return true;
    } catch (Fault refused) {
      assertThat(refused.kind()).isEqualTo(Fault.Kind.UNAUTHENTICATED);
      return false;
    }
  }

  private String code(String token) {
    var seen = new ArrayList<String>();
    assertThatThrownBy(() -> tokens.verify(token))
        .isInstanceOfSatisfying(Fault.class, fault -> seen.add(fault.code()));
    return seen.get(0);
  }

  private static SigningKey key(String id, Instant signsFrom, Optional<Instant> retiredAt) {
    try {
      var pair = KeyPairGenerator.getInstance(SigningKey.ALGORITHM).generateKeyPair();
      return new SigningKey(
          id, pair.getPublic(), Optional.of(pair.getPrivate()), signsFrom, retiredAt);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
