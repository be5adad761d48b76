package systems.voltaic.magnetiq.people.factor;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;

/** Finds out whose passkey answered, and whether to believe it. */
final class Assertions {

  private final Ceremony ceremony;
  private final Clock clock;
  private final News news;
  private final PasskeySql sql = new PasskeySql();
  private final HolderSql holders = new HolderSql();

  Assertions(Ceremony ceremony, Clock clock, News news) {
    this.ceremony = ceremony;
    this.clock = clock;
    this.news = news;
  }

  /** A passkey and its person, neither of whom changes until the transaction ends. */
  record Locked(Holder holder, Passkey.Credential credential) {}

  /** Whose passkey it claims to be; the person comes first, as everywhere. */
  Future<Optional<Locked>> lock(Tx tx, JsonNode answer) {
    return sql.person(tx, credentialId(answer))
        .compose(
            person ->
                person.isPresent()
                    ? holders.lock(tx, person.get()).compose(holder -> lock(tx, holder, answer))
                    : Future.succeededFuture(Optional.empty()));
  }

  private Future<Optional<Locked>> lock(Tx tx, Holder holder, JsonNode answer) {
    return sql.byCredential(tx, credentialId(answer))
        .map(found -> found.map(credential -> new Locked(holder, credential)));
  }

  /** Where the challenge names nobody, the passkey is all there is, and must have asked who. */
  Future<Verdict<Holder>> judge(
      Tx tx, Challenges.Challenge challenge, Optional<Locked> claimed, JsonNode answer) {
    return claimed
        .filter(known -> belongs(known.credential(), challenge.person()))
        .map(known -> judge(tx, challenge, known, answer))
        .orElseGet(() -> Future.succeededFuture(Verdict.refused(refused())));
  }

  private Future<Verdict<Holder>> judge(
      Tx tx, Challenges.Challenge challenge, Locked known, JsonNode answer) {
    boolean alone = challenge.person().isEmpty();
    return ceremony
        .judge(answer, challenge.text(), known.credential(), alone)
        .compose(judged -> settle(tx, known.holder(), known.credential(), judged, alone));
  }

  private Future<Verdict<Holder>> settle(
      Tx tx, Holder holder, Passkey.Credential known, Ceremony.Judged judged, boolean alone) {
    boolean right =
        judged.judgement() == Ceremony.Judgement.RIGHT
            && holder.active()
            && isFor(holder, judged.userHandle(), alone);
    if (right) {
      return sql.used(tx, known.id(), judged.counter(), judged.backedUp(), clock.instant())
          .map(kept -> Verdict.passed(holder));
    }
    boolean cloned = judged.judgement() == Ceremony.Judgement.COUNTER_BACK;
    String action = cloned ? "factors.passkeyCounterBack" : Codes.REFUSED;
    return news.noted(tx, action, holder, Map.of("kind", Kind.PASSKEY, "passkey", known.id()))
        .map(noted -> Verdict.refused(refused()));
  }

  private static boolean isFor(Holder holder, Optional<byte[]> handle, boolean alone) {
    byte[] own = PasskeyOptions.handle(holder.id());
    return handle.map(given -> Arrays.equals(given, own)).orElse(!alone);
  }

  private static boolean belongs(Passkey.Credential known, Optional<UUID> person) {
    return person.map(known.person()::equals).orElse(true);
  }

  private static byte[] credentialId(JsonNode answer) {
    try {
      return Base64.getUrlDecoder().decode(answer.path("rawId").asText());
    } catch (IllegalArgumentException notBase64) {
      throw refused();
    }
  }

  static Fault refused() {
    return Fault.rule("passkey-refused", "this passkey was not accepted");
  }
}
