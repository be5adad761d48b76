package systems.voltaic.magnetiq.people.factor;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.people.factor.Rising.Enrolled;
import systems.voltaic.magnetiq.secret.Vault;

/** Enrols a phone that shows codes, and prints the list for the day it is lost. */
final class Phones {

  private static final Duration PATIENCE = Duration.ofHours(1);

  /** What the phone has to learn, in three forms. */
  record Begun(String secret, String uri, String qr) {}

  private final Db db;
  private final Vault vault;
  private final RandomGenerator random;
  private final Clock clock;
  private final Bench bench;
  private final Supplier<String> issuer;
  private final Rising rising;
  private final News news;
  private final HolderSql holders = new HolderSql();
  private final TotpSql totp = new TotpSql();
  private final RecoverySql recovery = new RecoverySql();

  Phones(
      Db db,
      Vault vault,
      RandomGenerator random,
      Clock clock,
      Bench bench,
      Supplier<String> issuer,
      Rising rising,
      News news) {
    this.db = db;
    this.vault = vault;
    this.random = random;
    this.clock = clock;
    this.bench = bench;
    this.issuer = issuer;
    this.rising = rising;
    this.news = news;
  }

  /** Means nothing until a code of it was typed. */
  Future<Begun> begin(Caller caller, UUID person) {
    String secret = Totp.newSecret(random);
    return db.transaction(caller, tx -> begin(tx, person, secret))
        .map(holder -> Totp.uri(issuer.get(), holder.email(), secret))
        .compose(uri -> bench.work(() -> new Begun(secret, uri, QrCode.svg(uri))));
  }

  private Future<Holder> begin(Tx tx, UUID person, String secret) {
    String kept = vault.seal(Codes.purpose(person), secret);
    return holders
        .lock(tx, person)
        .compose(
            holder ->
                totp.begin(tx, person, kept, clock.instant())
                    .map(begun -> begun ? holder : exists()));
  }

  Future<Enrolled<List<String>>> confirm(Call call, UUID person, String code) {
    return db.transaction(
        call.caller(),
        tx ->
            holders
                .lock(tx, person)
                .compose(
                    holder ->
                        totp.begun(tx, person, clock.instant().minus(PATIENCE))
                            .compose(kept -> confirm(tx, call, holder, kept, code))));
  }

  private Future<Enrolled<List<String>>> confirm(
      Tx tx, Call call, Holder holder, Optional<String> kept, String code) {
    UUID person = holder.id();
    String secret = vault.open(Codes.purpose(person), kept.orElseThrow(Phones::notBegun));
    long step = Totp.match(secret, code, clock.instant()).orElseThrow(Codes::wrong);
    return totp.confirm(tx, person, step, clock.instant())
        .compose(done -> news.added(tx, holder, Map.of("kind", Kind.TOTP)))
        .compose(noted -> news.tell(tx, holder, "totp-added", Map.of()))
        .compose(told -> print(tx, person))
        .compose(codes -> rising.enrolled(tx, call, holder, Kind.TOTP, codes));
  }

  /** The list before this one is worthless. */
  Future<List<String>> renew(Caller caller, UUID person) {
    return db.transaction(
        caller,
        tx -> holders.lock(tx, person).map(Phones::enrolled).compose(holder -> renew(tx, holder)));
  }

  private Future<List<String>> renew(Tx tx, Holder holder) {
    return news.noted(tx, "factors.recoveryCodesRenewed", holder, null)
        .compose(noted -> news.tell(tx, holder, "recovery-codes-renewed", Map.of()))
        .compose(told -> print(tx, holder.id()));
  }

  private Future<List<String>> print(Tx tx, UUID person) {
    List<String> codes = RecoveryCodes.make(random);
    var hashes = codes.stream().map(code -> RecoveryCodes.hash(person, code)).toList();
    return recovery.replace(tx, person, hashes).map(codes);
  }

  private static Holder enrolled(Holder holder) {
    if (!holder.standing().enrolled()) {
      throw Fault.rule("no-factor", "recovery codes stand in for a factor: add one first");
    }
    return holder;
  }

  private static Holder exists() {
    throw Fault.conflict("totp-exists", "there is a phone already: remove it first");
  }

  private static Fault notBegun() {
    return Fault.rule("totp-not-begun", "begin anew: there is no phone to confirm");
  }
}
