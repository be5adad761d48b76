package systems.voltaic.magnetiq.people.factor;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import systems.voltaic.magnetiq.access.Identity;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.people.factor.Challenges.Challenge;
import systems.voltaic.magnetiq.people.factor.Challenges.Use;

/** Signing in with what is more than a password, or takes its place. */
final class FactorLogins {

  /** The second step, as it is sent. */
  record Completion(String ticket, Kind kind, String code, JsonNode credential) {

    /** A passkey answers with a credential, everything else with a code. */
    void requireProof() {
      if (kind == Kind.PASSKEY ? credential == null : code == null) {
        String field = kind == Kind.PASSKEY ? "credential" : "code";
        throw Fault.invalid(
            "invalid",
            field + " is missing: it proves a " + kind.word(),
            List.of(new Fault.Detail("/" + field, "required", "is required")));
      }
    }
  }

  /** What a passkey is asked, and what its answer has to bring back. */
  record Asked(String ticket, Map<String, Object> options) {}

  private final Db db;
  private final Tickets tickets;
  private final Challenges challenges;
  private final Codes codes;
  private final Assertions assertions;
  private final PasskeyOptions options;
  private final Entrance entrance;
  private final HolderSql holders = new HolderSql();
  private final PasskeySql passkeys = new PasskeySql();

  FactorLogins(
      Db db,
      Tickets tickets,
      Challenges challenges,
      Codes codes,
      Assertions assertions,
      PasskeyOptions options,
      Entrance entrance) {
    this.db = db;
    this.tickets = tickets;
    this.challenges = challenges;
    this.codes = codes;
    this.assertions = assertions;
    this.options = options;
    this.entrance = entrance;
  }

  Future<Answer> complete(Call call, Completion sent) {
    sent.requireProof();
    return db.transaction(
            call.caller(),
            tx -> sent.kind() == Kind.PASSKEY ? byPasskey(tx, call, sent) : byCode(tx, call, sent))
        .map(Verdict::orThrow);
  }

  /** The person comes before the ticket: whoever gets in takes the tickets of all others away. */
  private Future<Verdict<Answer>> byCode(Tx tx, Call call, Completion sent) {
    return tickets
        .find(tx, sent.ticket())
        .compose(
            found ->
                found.isPresent()
                    ? byCode(tx, call, found.get().person(), sent)
                    : Future.succeededFuture(Verdict.refused(Tickets.over())));
  }

  private Future<Verdict<Answer>> byCode(Tx tx, Call call, UUID person, Completion sent) {
    return holders
        .lock(tx, person)
        .compose(
            holder ->
                tickets
                    .use(tx, sent.ticket())
                    .compose(v -> v.check(t -> judge(tx, call, holder, t, sent))));
  }

  private Future<Verdict<Answer>> judge(
      Tx tx, Call call, Holder holder, Tickets.Ticket ticket, Completion sent) {
    return codes
        .judge(tx, holder, sent.kind(), sent.code(), ticket.unlocked())
        .compose(
            verdict -> verdict.then(kind -> enter(tx, call, holder.id(), ticket.methods(), kind)));
  }

  private Future<Verdict<Answer>> byPasskey(Tx tx, Call call, Completion sent) {
    return signIn(tx, call, Use.FACTOR, sent.ticket(), sent.credential());
  }

  /** A passkey that knows its person and asked who is there is both steps at once. */
  Future<Answer> signIn(Call call, String ticket, JsonNode credential) {
    return db.transaction(call.caller(), tx -> signIn(tx, call, Use.SIGN_IN, ticket, credential))
        .map(Verdict::orThrow);
  }

  private Future<Verdict<Answer>> signIn(
      Tx tx, Call call, Use use, String ticket, JsonNode credential) {
    return assertions
        .lock(tx, credential)
        .compose(
            known ->
                challenges
                    .use(tx, Set.of(use), ticket)
                    .compose(v -> v.check(c -> judge(tx, call, c, known, credential))));
  }

  private Future<Verdict<Answer>> judge(
      Tx tx,
      Call call,
      Challenge challenge,
      Optional<Assertions.Locked> known,
      JsonNode credential) {
    return assertions
        .judge(tx, challenge, known, credential)
        .compose(
            verdict ->
                verdict.then(
                    holder -> enter(tx, call, holder.id(), challenge.methods(), Kind.PASSKEY)));
  }

  private Future<Answer> enter(Tx tx, Call call, UUID person, Set<String> methods, Kind kind) {
    var all = new TreeSet<>(methods);
    all.add(kind.word());
    return tickets.revoke(tx, person).compose(revoked -> entrance.completed(tx, person, all, call));
  }

  /** With a ticket for its second step, with a session for its proof, else to sign in. */
  Future<Asked> options(Call call, Optional<String> ticket) {
    return db.transaction(
        call.caller(), tx -> ticket.isPresent() ? second(tx, ticket.get()) : first(tx, call));
  }

  private Future<Asked> second(Tx tx, String ticket) {
    return tickets
        .find(tx, ticket)
        .map(found -> found.orElseThrow(Tickets::over))
        .compose(known -> second(tx, known));
  }

  /** However late the question is asked, the second step ends with its ticket. */
  private Future<Asked> second(Tx tx, Tickets.Ticket known) {
    var person = Optional.of(known.person());
    return challenges
        .issue(tx, Use.FACTOR, person, known.methods(), known.until())
        .compose(issued -> asked(tx, person, issued));
  }

  private Future<Asked> first(Tx tx, Call call) {
    Optional<UUID> person =
        call.caller().person().filter(who -> who.session().isPresent()).map(Identity::person);
    return challenges
        .issue(tx, person.isPresent() ? Use.PROVE : Use.SIGN_IN, person)
        .compose(issued -> asked(tx, person, issued));
  }

  private Future<Asked> asked(Tx tx, Optional<UUID> person, Challenges.Issued issued) {
    return known(tx, person).map(keys -> asked(issued, keys));
  }

  private Asked asked(Challenges.Issued issued, List<Passkey.Credential> keys) {
    return new Asked(issued.secret(), options.ask(issued.text(), keys));
  }

  private Future<List<Passkey.Credential>> known(Tx tx, Optional<UUID> person) {
    return person
        .map(id -> passkeys.credentials(tx, id))
        .orElseGet(() -> Future.succeededFuture(List.of()));
  }
}
