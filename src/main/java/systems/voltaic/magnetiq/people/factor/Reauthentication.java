package systems.voltaic.magnetiq.people.factor;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import systems.voltaic.magnetiq.access.Identity;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.people.factor.Challenges.Use;
import systems.voltaic.magnetiq.people.session.Sessions;

/** Who is signed in proves again who it is, before something dangerous. */
final class Reauthentication {

  /** One of the three: a password, a code, or a passkey's answer with its ticket. */
  record Proof(String password, String code, String ticket, JsonNode credential) {

    boolean isOne() {
      int passkey = ticket != null && credential != null ? 1 : 0;
      boolean half = (ticket != null || credential != null) && passkey == 0;
      return !half && passkey + (password == null ? 0 : 1) + (code == null ? 0 : 1) == 1;
    }
  }

  private final Db db;
  private final PasswordProof passwords;
  private final Codes codes;
  private final Challenges challenges;
  private final Assertions assertions;
  private final Sessions sessions;
  private final HolderSql holders = new HolderSql();

  Reauthentication(
      Db db,
      PasswordProof passwords,
      Codes codes,
      Challenges challenges,
      Assertions assertions,
      Sessions sessions) {
    this.db = db;
    this.passwords = passwords;
    this.codes = codes;
    this.challenges = challenges;
    this.assertions = assertions;
    this.sessions = sessions;
  }

  Future<Answer> prove(Call call, Proof proof) {
    Identity who = call.caller().person().orElseThrow();
    if (!proof.isOne()) {
      throw Fault.rule("one-proof", "send a password, a code, or a passkey's answer: just one");
    }
    if (proof.password() != null) {
      return passwords
          .require(call, who.person(), proof.password())
          .compose(right -> db.transaction(call.caller(), tx -> byPassword(tx, call, who)));
    }
    return db.transaction(call.caller(), tx -> prove(tx, call, who.person(), proof))
        .map(Verdict::orThrow);
  }

  /** It is the whole proof where there is no more, or where more was shown at the door. */
  private Future<Answer> byPassword(Tx tx, Call call, Identity who) {
    UUID session = who.session().orElseThrow();
    return holders
        .byId(tx, who.person())
        .compose(
            holder ->
                sessions
                    .hasSecond(tx, session)
                    .map(second -> second || !holder.standing().enrolled()))
        .compose(enough -> enough ? renew(tx, call, Set.of("password")) : tooLittle());
  }

  private static Future<Answer> tooLittle() {
    return Future.failedFuture(
        Fault.rule(
            "second-proof",
            "you have a second factor: send a code or a passkey's answer, not the password"));
  }

  private Future<Verdict<Answer>> prove(Tx tx, Call call, UUID person, Proof proof) {
    Future<Verdict<Kind>> judged =
        proof.code() == null ? passkey(tx, person, proof) : code(tx, person, proof.code());
    return judged.compose(verdict -> verdict.then(kind -> renew(tx, call, Set.of(kind.word()))));
  }

  /** Six digits are a phone's, anything else is from the paper. */
  private Future<Verdict<Kind>> code(Tx tx, UUID person, String code) {
    Kind kind = code.matches("\\d{6}") ? Kind.TOTP : Kind.RECOVERY_CODE;
    return holders.byId(tx, person).compose(holder -> codes.judge(tx, holder, kind, code, false));
  }

  private Future<Verdict<Kind>> passkey(Tx tx, UUID person, Proof proof) {
    return assertions
        .lock(tx, proof.credential())
        .compose(known -> passkey(tx, person, known, proof))
        .compose(verdict -> verdict.then(holder -> Future.succeededFuture(Kind.PASSKEY)));
  }

  private Future<Verdict<Holder>> passkey(
      Tx tx, UUID person, Optional<Assertions.Locked> known, Proof proof) {
    return challenges
        .use(tx, Set.of(Use.PROVE), proof.ticket())
        .map(verdict -> own(verdict, person))
        .compose(v -> v.check(c -> assertions.judge(tx, c, known, proof.credential())));
  }

  private static Verdict<Challenges.Challenge> own(
      Verdict<Challenges.Challenge> verdict, UUID person) {
    boolean foreign =
        verdict.refusal() == null && !verdict.value().person().equals(Optional.of(person));
    return foreign ? Verdict.refused(Assertions.refused()) : verdict;
  }

  private Future<Answer> renew(Tx tx, Call call, Set<String> methods) {
    UUID session = call.caller().person().flatMap(Identity::session).orElseThrow();
    return sessions.proved(tx, session, methods, call);
  }
}
