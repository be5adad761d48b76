package systems.voltaic.magnetiq.people.factor;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import systems.voltaic.magnetiq.access.Identity;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Api;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.http.Routes;
import systems.voltaic.magnetiq.people.session.RecentProof;
import systems.voltaic.magnetiq.people.session.SignIn;

/** Second factors over HTTP: one's own, and signing in with them. */
final class FactorRoutes implements Routes {

  record Mine(boolean required, Phone totp, List<Passkey> passkeys, int recoveryCodes) {}

  record Phone(Instant confirmedAt) {}

  record Printed(List<String> recoveryCodes, SignIn signIn) {}

  record Added(
      UUID id,
      String name,
      Instant createdAt,
      Instant lastUsedAt,
      boolean backedUp,
      SignIn signIn) {

    static Added of(Passkey passkey, SignIn signIn) {
      return new Added(
          passkey.id(),
          passkey.name(),
          passkey.createdAt(),
          passkey.lastUsedAt(),
          passkey.backedUp(),
          signIn);
    }
  }

  private final Db db;
  private final Factors factors;
  private final Phones phones;
  private final Passkeys passkeys;
  private final FactorLogins logins;
  private final Reauthentication reauthentication;
  private final RecentProof recent;

  FactorRoutes(
      Db db,
      Factors factors,
      Phones phones,
      Passkeys passkeys,
      FactorLogins logins,
      Reauthentication reauthentication,
      RecentProof recent) {
    this.db = db;
    this.factors = factors;
    this.phones = phones;
    this.passkeys = passkeys;
    this.logins = logins;
    this.reauthentication = reauthentication;
    this.recent = recent;
  }

  @Override
  public void mount(Api api) {
    api.on("completeFactor", this::complete)
        .on("passkeyOptions", this::options)
        .on("loginWithPasskey", this::signIn)
        .on("reauthenticate", this::prove)
        .on("getMyFactors", this::mine)
        .on("beginTotp", this::beginTotp)
        .on("confirmTotp", this::confirmTotp)
        .on("removeTotp", this::removeTotp)
        .on("renewRecoveryCodes", this::renewCodes)
        .on("beginPasskey", this::beginPasskey)
        .on("addPasskey", this::addPasskey)
        .on("renamePasskey", this::renamePasskey)
        .on("removePasskey", this::removePasskey);
  }

  private Future<Answer> complete(Call call) {
    return logins.complete(call, call.body(FactorLogins.Completion.class));
  }

  private Future<Answer> options(Call call) {
    JsonNode ticket = call.body().path("ticket");
    Optional<String> given = ticket.isTextual() ? Optional.of(ticket.asText()) : Optional.empty();
    return logins.options(call, given).map(Answer::ok).map(Answer::secret);
  }

  private Future<Answer> signIn(Call call) {
    JsonNode body = call.body();
    return logins.signIn(call, body.path("ticket").asText(), body.path("credential"));
  }

  private Future<Answer> prove(Call call) {
    return reauthentication.prove(call, call.body(Reauthentication.Proof.class));
  }

  private Future<Answer> mine(Call call) {
    var session = db.primary(call.caller());
    return factors
        .standing(session, person(call))
        .compose(
            standing ->
                passkeys.list(session, person(call)).map(keys -> Answer.ok(mine(standing, keys))));
  }

  private static Mine mine(Standing standing, List<Passkey> keys) {
    return new Mine(
        standing.required(),
        standing.totpSince().map(Phone::new).orElse(null),
        keys,
        standing.recoveryCodes());
  }

  private Future<Answer> beginTotp(Call call) {
    recent.require(call.caller());
    return phones.begin(call.caller(), person(call)).map(Answer::ok).map(Answer::secret);
  }

  private Future<Answer> confirmTotp(Call call) {
    return phones
        .confirm(call, person(call), call.body().path("code").asText())
        .map(done -> done.with(Answer.ok(new Printed(done.made(), done.signIn()))));
  }

  private Future<Answer> removeTotp(Call call) {
    recent.require(call.caller());
    return factors.removeTotp(call.caller(), person(call)).map(done -> Answer.noContent());
  }

  private Future<Answer> renewCodes(Call call) {
    recent.require(call.caller());
    return phones
        .renew(call.caller(), person(call))
        .map(codes -> Answer.ok(new Printed(codes, null)).secret());
  }

  private Future<Answer> beginPasskey(Call call) {
    recent.require(call.caller());
    return passkeys.begin(call.caller(), person(call)).map(Answer::ok).map(Answer::secret);
  }

  private Future<Answer> addPasskey(Call call) {
    return passkeys
        .add(call, person(call), call.body(Passkeys.Sent.class))
        .map(done -> done.with(created(Added.of(done.made(), done.signIn()))));
  }

  private static Answer created(Added added) {
    return Answer.created("/api/v1/me/factors/passkeys/" + added.id(), added);
  }

  private Future<Answer> renamePasskey(Call call) {
    String name = call.body().path("name").asText();
    return passkeys.rename(call.caller(), person(call), call.pathId("id"), name).map(Answer::ok);
  }

  private Future<Answer> removePasskey(Call call) {
    recent.require(call.caller());
    return factors
        .removePasskey(call.caller(), person(call), call.pathId("id"))
        .map(done -> Answer.noContent());
  }

  private static UUID person(Call call) {
    return call.caller().person().map(Identity::person).orElseThrow();
  }
}
