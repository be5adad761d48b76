package systems.voltaic.magnetiq.people.session;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.secret.Vault;

/** The pairs that sign access tokens: the same on all instances, a new one every month. */
public final class SigningKeys {

  private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
  private static final Caller CALLER = Caller.system("signing-keys");
  private static final Duration MONTH = Duration.ofDays(30);

  /** So long every instance knows a key before it signs; a look takes less than a second. */
  private static final Duration NOTICE = Duration.ofMinutes(10);

  /** Longer than any access token lives. */
  private static final Duration LAST_TOKENS = Duration.ofDays(1);

  private final Vertx vertx;
  private final Db db;
  private final Vault vault;
  private final SecureRandom random;
  private final Clock clock;
  private final AccessVersion version;
  private final SigningKeySql sql = new SigningKeySql();
  private volatile List<SigningKey> ring = List.of();

  SigningKeys(
      Vertx vertx, Db db, Vault vault, SecureRandom random, Clock clock, AccessVersion version) {
    this.vertx = vertx;
    this.db = db;
    this.vault = vault;
    this.random = random;
    this.clock = clock;
    this.version = version;
  }

  /** Makes the first key where there is none that can sign here. */
  Future<Void> start() {
    return generate()
        .compose(pair -> db.transaction(CALLER, tx -> ensure(tx, pair)))
        .compose(made -> load());
  }

  /** Reads them again: somebody says that something changed. */
  Future<Void> load() {
    return sql.all(db.primary(CALLER)).onSuccess(kept -> ring = opened(kept)).mapEmpty();
  }

  /** A new key once the newest is a month old; what is long retired goes. */
  public Future<Void> rotate() {
    return generate()
        .compose(pair -> db.transaction(CALLER, tx -> rotate(tx, pair)))
        .compose(done -> load());
  }

  /** Newest first. */
  List<SigningKey> ring() {
    return ring;
  }

  private Future<Void> ensure(Tx tx, KeyPair pair) {
    var now = clock.instant();
    return sql.lock(tx)
        .compose(locked -> sql.all(tx))
        .compose(
            kept ->
                opened(kept).stream().anyMatch(key -> key.signsAt(now))
                    ? Future.succeededFuture()
                    : add(tx, pair, now));
  }

  private Future<Void> rotate(Tx tx, KeyPair pair) {
    return sql.lock(tx)
        .compose(locked -> sql.all(tx))
        .compose(kept -> reseal(tx, kept).map(kept))
        .compose(kept -> isDue(kept) ? replace(tx, pair) : Future.succeededFuture())
        .compose(done -> sql.purge(tx, clock.instant()));
  }

  private boolean isDue(List<SigningKeySql.Kept> kept) {
    var before = clock.instant().minus(MONTH);
    return kept.stream().noneMatch(key -> key.createdAt().isAfter(before));
  }

  private Future<Void> replace(Tx tx, KeyPair pair) {
    return add(tx, pair, clock.instant().plus(NOTICE));
  }

  /** Those before go on verifying until their tokens are out. */
  private Future<Void> add(Tx tx, KeyPair pair, Instant signsFrom) {
    byte[] name = new byte[12];
    random.nextBytes(name);
    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(name);
    var kept =
        new SigningKeySql.Kept(
            id,
            SigningKey.text(pair.getPublic()),
            vault.seal(purpose(id), SigningKey.text(pair.getPrivate())),
            clock.instant(),
            signsFrom,
            Optional.empty());
    return sql.insert(tx, kept)
        .compose(added -> sql.retire(tx, id, signsFrom.plus(LAST_TOKENS)))
        .compose(retired -> version.move(tx));
  }

  /** What the previous key of the vault guards is guarded by the current one from now on. */
  private Future<Void> reseal(Tx tx, List<SigningKeySql.Kept> kept) {
    Future<Void> sealed = Future.succeededFuture();
    for (var key : kept) {
      var secret = vault.outdated(key.sealed()) ? secret(key) : Optional.<String>empty();
      if (secret.isPresent()) {
        String again = vault.seal(purpose(key.id()), secret.get());
        sealed = sealed.compose(done -> sql.reseal(tx, key.id(), again));
      }
    }
    return sealed;
  }

  private List<SigningKey> opened(List<SigningKeySql.Kept> kept) {
    return kept.stream().map(this::opened).toList();
  }

  private SigningKey opened(SigningKeySql.Kept kept) {
    Function<String, PrivateKey> parse = SigningKey::privateKey;
    return new SigningKey(
        kept.id(),
        SigningKey.publicKey(kept.publicKey()),
        secret(kept).map(parse),
        kept.signsFrom(),
        kept.retiredAt());
  }

  private Optional<String> secret(SigningKeySql.Kept kept) {
    try {
      return Optional.of(vault.open(purpose(kept.id()), kept.sealed()));
    } catch (IllegalStateException | IllegalArgumentException sealedElsewhere) {
      LOG.warn(
          "signing key {} cannot be opened with this ENCRYPTION_KEY; it verifies, but another signs",
          kept.id());
      return Optional.empty();
    }
  }

  private static String purpose(String id) {
    return "signing_key.private_key:" + id;
  }

  /** Not on an event loop: the first pair loads many classes. */
  private Future<KeyPair> generate() {
    return vertx.executeBlocking(this::pair, false);
  }

  private KeyPair pair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(SigningKey.ALGORITHM);
    return generator.generateKeyPair();
  }
}
