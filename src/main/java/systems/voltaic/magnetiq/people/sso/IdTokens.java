package systems.voltaic.magnetiq.people.sso;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a provider signed, and believes nothing else. */
@SuppressWarnings("JavaUtilDate")
final class IdTokens {

  private static final int LONGEST = 16_384;
  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  /** Words of providers for "it took more than one proof". */
  private static final Set<String> STRONG =
      Set.of(
          "mfa",
          "phr",
          "phrh",
          "https://refeds.org/profile/mfa",
          "http://schemas.openid.net/pape/policies/2007/06/multi-factor");

  private final SsoConfig config;
  private final Clock clock;

  IdTokens(SsoConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /** The key it says it was signed with; empty when that cannot be read. */
  static Optional<String> keyId(String token) {
    try {
      return Optional.ofNullable(SignedJWT.parse(token).getHeader().getKeyID());
    } catch (ParseException unreadable) {
      return Optional.empty();
    }
  }

  /** Empty unless every claim is as it has to be. */
  Optional<Somebody> read(String token, JWKSet keys, String nonce) {
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
    processor.setJWTClaimsSetVerifier(new Claims(config, nonce, clock));
    try {
      return Optional.of(somebody(processor.process(token, null)));
    } catch (ParseException | BadJOSEException | JOSEException refused) {
      return Optional.empty();
    }
  }

  private static Somebody somebody(JWTClaimsSet claims) throws ParseException {
    List<String> methods = claims.getStringListClaim("amr");
    String level = claims.getStringClaim("acr");
    boolean strong =
        (methods != null && methods.contains("mfa")) || (level != null && STRONG.contains(level));
    boolean verified = Boolean.TRUE.equals(claims.getClaim("email_verified"));
    String email = claims.getStringClaim("email");
    return new Somebody(
        claims.getSubject(), Optional.ofNullable(email), email != null && verified, strong);
  }

  /** Issuer, audience, nonce and time; a token for several must have been asked for by us. */
  private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {

    private final SsoConfig config;
    private final Clock clock;

    Claims(SsoConfig config, String nonce, Clock clock) {
      super(
          Set.of(config.clientId()),
          new JWTClaimsSet.Builder()
              .issuer(config.issuer().toString())
              .claim("nonce", nonce)
              .build(),
          Set.of("iss", "sub", "aud", "exp", "iat", "nonce"),
          null);
      this.config = config;
      this.clock = clock;
      setMaxClockSkew((int) SKEW.toSeconds());
    }

    @Override
    public void verify(JWTClaimsSet claims, SecurityContext context) throws BadJWTException {
      super.verify(claims, context);
      Object asker = claims.getClaim("azp");
      boolean foreign = asker != null && !asker.equals(config.clientId());
      boolean unclear = claims.getAudience().size() > 1 && asker == null;
      if (foreign || unclear || isFromLater(claims) || isNobody(claims)) {
        throw new BadJWTException("not for us, or not from now");
      }
    }

    private boolean isFromLater(JWTClaimsSet claims) {
      return claims.getIssueTime().toInstant().isAfter(clock.instant().plus(SKEW));
    }

    private static boolean isNobody(JWTClaimsSet claims) {
      return claims.getSubject().isEmpty() || claims.getSubject().length() > 255;
    }

    @Override
    protected Date currentTime() {
      return Date.from(clock.instant());
    }
  }
}
