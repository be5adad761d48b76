package systems.voltaic.magnetiq.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.json.Json;

/** A job that is ours until the lease ends; its token proves it in every write. */
public final class Lease {

  /**
   * @param token the fence: a later claim of the same job has a higher one
   * @param attempt 1 for the first try
   */
  record Claim(UUID id, String kind, JsonNode payload, int attempt, int maxAttempts, long token) {}

  /** What a lease needs of the worker that holds it. */
  interface Keeper {
    Future<Void> complete(Tx tx, List<Lease> leases);

    Future<Void> release(Tx tx, Lease lease);

    Future<Void> confirm(Tx tx, Lease lease);

    Future<Void> extend(Lease lease, Duration duration);
  }

  private final Claim claim;
  private final Keeper keeper;
  private Consumer<Duration> extended = duration -> {};
  private boolean settled;
  private boolean over;

  Lease(Claim claim, Keeper keeper) {
    this.claim = claim;
    this.keeper = keeper;
  }

  public UUID id() {
    return claim.id();
  }

  public String kind() {
    return claim.kind();
  }

  public JsonNode payload() {
    return claim.payload();
  }

  public <T> T payload(Class<T> type) {
    return Json.read(claim.payload(), type);
  }

  /** 1 for the first try. */
  public int attempt() {
    return claim.attempt();
  }

  public boolean isLastAttempt() {
    return claim.attempt() >= claim.maxAttempts();
  }

  /**
   * Finishes the job in the handler's own transaction: both are committed or neither. Fails with
   * {@link LeaseLost} when the job went to somebody else, which must fail the transaction.
   */
  public Future<Void> complete(Tx tx) {
    return completeAll(tx, List.of(this));
  }

  /** The same for jobs that were claimed together. */
  public static Future<Void> completeAll(Tx tx, List<Lease> leases) {
    return leases.isEmpty() ? Future.succeededFuture() : leases.get(0).keeper.complete(tx, leases);
  }

  /** Gives the job back untried: it is due at once, and the attempt does not count. */
  public Future<Void> release(Tx tx) {
    return keeper.release(tx, this);
  }

  /** Fails the transaction with {@link LeaseLost} when the job went to somebody else. */
  public Future<Void> confirm(Tx tx) {
    return keeper.confirm(tx, this);
  }

  /** From now on so much longer; fails with {@link LeaseLost} when it is too late. */
  public Future<Void> extend(Duration duration) {
    return keeper.extend(this, duration).onSuccess(done -> extended.accept(duration));
  }

  Claim claim() {
    return claim;
  }

  /** Whether the handler wrote the completion itself. */
  boolean isSettled() {
    return settled;
  }

  void settled() {
    settled = true;
  }

  /** Whether somebody else may have the job by now. */
  public boolean isOver() {
    return over;
  }

  void end() {
    over = true;
  }

  void whenExtended(Consumer<Duration> listener) {
    extended = listener;
  }
}
