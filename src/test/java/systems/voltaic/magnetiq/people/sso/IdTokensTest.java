package systems.voltaic.magnetiq.people.sso;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IdTokensTest {

  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
  private static final SsoConfig CONFIG =
      new SsoConfig(
          URI.create("https://id.example.test"),
          "magnetiq",
          "a secret of more than thirty-two characters",
          "Example ID");
  private static final RSAKey KEY = key("one");
  private static final RSAKey STRANGE = key("one");
  private static final JWKSet KEYS = new JWKSet(KEY.toPublicJWK());

  private final IdTokens tokens = new IdTokens(CONFIG, Clock.fixed(NOW, ZoneOffset.UTC));

  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong("another nonce", claims -> claims.claim("nonce", "other")),
        wrong("no nonce", claims -> claims.claim("nonce", null)),
        wrong("another issuer", claims -> claims.issuer("https://evil.example.test")),
        wrong("a longer issuer", claims -> claims.issuer("https://id.example.test/")),
        wrong("no issuer", claims -> claims.issuer(null)),
        wrong("another audience", claims -> claims.audience("somebody")),
        wrong("no audience", claims -> claims.audience((String) null)),
        wrong("two audiences", claims -> claims.audience(List.of("magnetiq", "somebody"))),
        wrong("another asker", claims -> claims.claim("azp", "somebody")),
        wrong("nobody in it", claims -> claims.subject(null)),
        wrong("an empty subject", claims -> claims.subject("")),
        wrong("an endless subject", claims -> claims.subject("x".repeat(256))),
        wrong("no end", claims -> claims.expirationTime(null)),
        wrong("its end behind it", claims -> claims.expirationTime(at(-61))),
        wrong("no beginning", claims -> claims.issueTime(null)),
        wrong("its beginning before it", claims -> claims.issueTime(at(61))),
        wrong("not yet", claims -> claims.notBeforeTime(at(120))));
  }

  private static Arguments wrong(String name, UnaryOperator<JWTClaimsSet.Builder> how) {
    return Arguments.of(name, how);
  }

  @Test
  void readsWhoItIs() throws Exception {
    var claims = right().claim("email", "ada@example.test").claim("email_verified", true);

    var who = tokens.read(signed(claims), KEYS, "n").orElseThrow();

    assertThat(who).isEqualTo(new Somebody("ada", Optional.of("ada@example.test"), true, false));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void refusesATokenWith(String name, UnaryOperator<JWTClaimsSet.Builder> how) throws Exception {
    assertThat(tokens.read(signed(how.apply(right())), KEYS, "n")).isEmpty();
  }

  @Test
  void refusesATokenThatNobodySigned() {
    assertThat(tokens.read(new PlainJWT(right().build()).serialize(), KEYS, "n")).isEmpty();
  }

  @Test
  void refusesOurOwnSecretAsASigner() throws Exception {
    var signer = new MACSigner(CONFIG.clientSecret().getBytes(UTF_8));

    assertThat(tokens.read(signed(right(), JWSAlgorithm.HS256, signer), KEYS, "n")).isEmpty();
  }

  @Test
  void refusesThePublicKeyAsASecret() throws Exception {
    var signer = new MACSigner(KEY.toRSAPublicKey().getEncoded());

    assertThat(tokens.read(signed(right(), JWSAlgorithm.HS256, signer), KEYS, "n")).isEmpty();
  }

  @Test
  void refusesAStrangeKeyUnderTheSameName() throws Exception {
    var token = signed(right(), JWSAlgorithm.RS256, new RSASSASigner(STRANGE));

    assertThat(tokens.read(token, KEYS, "n")).isEmpty();
  }

  @Test
  void refusesAChangedLetter() throws Exception {
    String token = signed(right());
    int middle = token.indexOf('.') + 20;
    String changed =
        token.substring(0, middle)
            + (token.charAt(middle) == 'A' ? 'B' : 'A')
            + token.substring(middle + 1);

    assertThat(tokens.read(changed, KEYS, "n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a.b.c", "e30.e30.", "nonsense"})
  void refusesWhatIsNoToken(String text) {
    assertThat(tokens.read(text, KEYS, "n")).isEmpty();
    assertThat(IdTokens.keyId(text)).isEmpty();
  }

  @Test
  void believesNoMoreThanIsSaid() throws Exception {
    var unverified = right().claim("email", "ada@example.test").claim("email_verified", "true");

    assertThat(tokens.read(signed(unverified), KEYS, "n").orElseThrow().verified()).isFalse();
  }

  @Test
  void knowsTheWordsForMoreThanOneProof() throws Exception {
    assertThat(strong(right().claim("amr", List.of("pwd", "mfa")))).isTrue();
    assertThat(strong(right().claim("acr", "https://refeds.org/profile/mfa"))).isTrue();
    assertThat(strong(right().claim("amr", List.of("pwd")))).isFalse();
    assertThat(strong(right().claim("acr", "1"))).isFalse();
  }

  private boolean strong(JWTClaimsSet.Builder claims) throws Exception {
    return tokens.read(signed(claims), KEYS, "n").orElseThrow().strong();
  }

  private static JWTClaimsSet.Builder right() {
    return new JWTClaimsSet.Builder()
        .issuer("https://id.example.test")
        .subject("ada")
        .audience("magnetiq")
        .claim("nonce", "n")
        .issueTime(at(-1))
        .expirationTime(at(60));
  }

  private static Date at(long seconds) {
    return Date.from(NOW.plus(Duration.ofSeconds(seconds)));
  }

  private static String signed(JWTClaimsSet.Builder claims) throws Exception {
    return signed(claims, JWSAlgorithm.RS256, new RSASSASigner(KEY));
  }

  private static String signed(JWTClaimsSet.Builder claims, JWSAlgorithm algorithm, JWSSigner by)
      throws Exception {
    var header = new JWSHeader.Builder(algorithm).keyID("one").build();
    var token = new SignedJWT(header, claims.build());
    token.sign(by);
    return token.serialize();
  }

  private static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
