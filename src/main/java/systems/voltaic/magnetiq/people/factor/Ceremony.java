package systems.voltaic.magnetiq.people.factor;

import com.fasterxml.jackson.databind.JsonNode;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges what passkeys answer: origin, site, challenge, presence, signature, counter. */
final class Ceremony {

  private static final Logger LOG = LoggerFactory.getLogger(Ceremony.class);

  private static final List<PublicKeyCredentialParameters> ALGORITHMS =
      List.of(
          algorithm(COSEAlgorithmIdentifier.ES256),
          algorithm(COSEAlgorithmIdentifier.EdDSA),
          algorithm(COSEAlgorithmIdentifier.RS256));

  /** A passkey that may be believed from now on. */
  record Made(Passkey.Credential credential, boolean backedUp) {}

  /** How an answer was judged. */
  enum Judgement {
    RIGHT,
    WRONG,
    COUNTER_BACK
  }

  /**
   * @param userHandle whom the passkey was made for, if it says so
   */
  record Judged(Judgement judgement, Optional<byte[]> userHandle, long counter, boolean backedUp) {

    static Judged failed(Judgement judgement) {
      return new Judged(judgement, Optional.empty(), 0, false);
    }
  }

  private final Bench bench;
  private final Origin origin;
  private final String site;
  private final ObjectConverter converter = new ObjectConverter();
  private final WebAuthnManager library = WebAuthnManager.createNonStrictWebAuthnManager(converter);

  Ceremony(URI base, Bench bench) {
    this.bench = bench;
    this.origin = Origin.create(origin(base));
    this.site = base.getHost();
  }

  /** Empty when it cannot be believed. */
  Future<Optional<Made>> register(UUID id, UUID person, JsonNode answer, String challenge) {
    return bench.work(() -> registered(id, person, answer, challenge));
  }

  private Optional<Made> registered(UUID id, UUID person, JsonNode answer, String challenge) {
    try {
      var asked = new RegistrationParameters(server(challenge), ALGORITHMS, false, true);
      return Optional.of(
          made(id, person, library.verifyRegistrationResponseJSON(answer.toString(), asked)));
    } catch (RuntimeException refused) {
      LOG.info("a new passkey was refused: {}", refused.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private Made made(UUID id, UUID person, RegistrationData data) {
    var answered = data.getAttestationObject().getAuthenticatorData();
    var attested = answered.getAttestedCredentialData();
    Set<AuthenticatorTransport> transports =
        data.getTransports() == null ? Set.of() : data.getTransports();
    var credential =
        new Passkey.Credential(
            id,
            person,
            Buffer.buffer(attested.getCredentialId()),
            Buffer.buffer(converter.getCborConverter().writeValueAsBytes(attested.getCOSEKey())),
            answered.getSignCount(),
            transports.stream().map(AuthenticatorTransport::getValue).limit(8).toList(),
            answered.isFlagBE());
    return new Made(credential, answered.isFlagBS());
  }

  /**
   * @param verification whether the device must have asked for a finger, a face or a PIN
   */
  Future<Judged> judge(
      JsonNode answer, String challenge, Passkey.Credential known, boolean verification) {
    return bench.work(() -> judged(answer, challenge, known, verification));
  }

  private Judged judged(
      JsonNode answer, String challenge, Passkey.Credential known, boolean verification) {
    try {
      var asked =
          new AuthenticationParameters(
              server(challenge),
              record(known),
              List.of(known.credentialId().getBytes()),
              verification,
              true);
      return right(library.verifyAuthenticationResponseJSON(answer.toString(), asked));
    } catch (MaliciousCounterValueException cloned) {
      return Judged.failed(Judgement.COUNTER_BACK);
    } catch (RuntimeException refused) {
      LOG.info("a passkey was refused: {}", refused.getClass().getSimpleName());
      return Judged.failed(Judgement.WRONG);
    }
  }

  private static Judged right(AuthenticationData data) {
    return new Judged(
        Judgement.RIGHT,
        Optional.ofNullable(data.getUserHandle()),
        data.getAuthenticatorData().getSignCount(),
        data.getAuthenticatorData().isFlagBS());
  }

  private CredentialRecordImpl record(Passkey.Credential known) {
    var key = converter.getCborConverter().readValue(known.publicKey().getBytes(), COSEKey.class);
    var attested = new AttestedCredentialData(AAGUID.ZERO, known.credentialId().getBytes(), key);
    return new CredentialRecordImpl(
        new NoneAttestationStatement(),
        null,
        known.movable(),
        null,
        known.counter(),
        attested,
        null,
        null,
        null,
        null);
  }

  private ServerProperty server(String challenge) {
    return ServerProperty.builder()
        .origin(origin)
        .rpId(site)
        .challenge(new DefaultChallenge(challenge))
        .build();
  }

  String site() {
    return site;
  }

  private static String origin(URI base) {
    return base.getScheme() + "://" + base.getAuthority();
  }

  private static PublicKeyCredentialParameters algorithm(COSEAlgorithmIdentifier algorithm) {
    return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
  }
}
