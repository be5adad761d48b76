package systems.voltaic.magnetiq.audit;

import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import systems.voltaic.magnetiq.db.Session;
import systems.voltaic.magnetiq.flow.Repeat;
import systems.voltaic.magnetiq.secret.Signature.Judgement;
import systems.voltaic.magnetiq.secret.Vault;

/** One way along the chain, from the first seal to the newest, with little of it in memory. */
final class Walk {

  private static final int SEALS = 64;
  private static final int LINES = 1000;
  private static final int SHOWN = 32;

  private final Session session;
  private final Vault vault;
  private final TreeMap<Long, String> known;
  private final SealSql sql = new SealSql();
  private final Deque<Seal> ahead = new ArrayDeque<>();
  private Head head;
  private Seal before = Seal.NONE;
  private long entries;
  private Long unproven;
  private Verdict.Broken broken;

  /**
   * @param known hashes of seals that were seen elsewhere
   */
  Walk(Session session, Vault vault, Map<Long, String> known) {
    this.session = session;
    this.vault = vault;
    this.known = new TreeMap<>(known);
  }

  Future<Verdict> verdict() {
    return sql.head(session)
        .compose(found -> found.map(this::start).orElseGet(() -> breaks(0, "its head is missing")))
        .compose(walked -> broken == null ? end() : Future.succeededFuture())
        .compose(walked -> sql.countAfter(session, before.upto()))
        .map(this::concluded);
  }

  private Future<Void> start(Head found) {
    head = found;
    return head.isGenuine(vault)
        ? Repeat.whileTrue(this::step)
        : breaks(head.seal(), "the newest seal is not named by a signature of this installation");
  }

  /** True while there is more to be looked at. */
  private Future<Boolean> step() {
    if (broken != null || before.number() >= head.seal()) {
      return Future.succeededFuture(false);
    }
    return ahead.isEmpty()
        ? sql.seals(session, before.number() + 1, SEALS).compose(this::fetched)
        : group();
  }

  private Future<Boolean> fetched(List<Seal> seals) {
    ahead.addAll(seals);
    return seals.isEmpty()
        ? breaks(before.number() + 1, "the seal is missing, with all that come after it").map(false)
        : Future.succeededFuture(true);
  }

  /** As many seals as have few enough entries together are looked at with one question. */
  private Future<Boolean> group() {
    var group = new ArrayList<Seal>();
    int sum = 0;
    while (!ahead.isEmpty() && (group.isEmpty() || sum + ahead.peek().entries() <= LINES)) {
      sum += ahead.peek().entries();
      group.add(ahead.poll());
    }
    long upto = group.get(group.size() - 1).upto();
    return sql.lines(session, before.upto(), upto, Math.max(sum, 0) + 1)
        .onSuccess(lines -> compare(group, new ArrayDeque<>(lines)))
        .map(true);
  }

  private void compare(List<Seal> group, Deque<Line> lines) {
    for (Seal seal : group) {
      if (broken == null && seal.number() <= head.seal()) {
        compare(seal, lines);
      }
    }
  }

  private void compare(Seal seal, Deque<Line> lines) {
    if (seal.number() != before.number() + 1) {
      breaks(before.number() + 1, "the seal is missing");
      return;
    }
    String reason = Comparison.fault(seal, before);
    if (reason == null) {
      reason = signature(seal);
    }
    if (reason == null) {
      reason = Comparison.fault(seal, covered(seal, lines));
    }
    if (reason != null) {
      breaks(seal.number(), reason);
    } else {
      entries += seal.entries();
      before = seal;
    }
  }

  private static List<Line> covered(Seal seal, Deque<Line> lines) {
    var covered = new ArrayList<Line>();
    while (!lines.isEmpty() && lines.peek().position() <= seal.upto()) {
      covered.add(lines.poll());
    }
    return covered;
  }

  /** A key that was rotated out is no fault where a later seal proves the hashes before it. */
  private String signature(Seal seal) {
    Judgement judgement = seal.judge(vault);
    if (judgement == Judgement.UNKNOWN_KEY && unproven == null) {
      unproven = seal.number();
    } else if (judgement == Judgement.GENUINE) {
      unproven = null;
    }
    String seen = known.get(seal.number());
    if (seen != null && !seal.hash().startsWith(seen)) {
      return "the seal is not the one that was noted";
    }
    return judgement == Judgement.FORGED ? "the seal was not signed by this installation" : null;
  }

  private Future<Void> end() {
    if (unproven != null) {
      return breaks(
          unproven,
          "the seal was signed with another key: set ENCRYPTION_KEY_PREVIOUS to the key used before");
    }
    if (head.seal() > 0 && !head.names(before)) {
      return breaks(before.number(), "the newest seal is not the one that was signed for");
    }
    if (!known.isEmpty() && known.lastKey() > before.number()) {
      return breaks(known.lastKey(), "the seal was noted earlier and is gone");
    }
    return sql.beyondHead(session)
        .compose(
            more ->
                more.map(n -> breaks(n, "the seal was added by somebody else"))
                    .orElseGet(Future::succeededFuture));
  }

  private Future<Void> breaks(long seal, String reason) {
    broken = new Verdict.Broken(seal, reason);
    return Future.succeededFuture();
  }

  private Verdict concluded(long unsealed) {
    String newest =
        before.number() == 0 ? null : before.number() + ":" + before.hash().substring(0, SHOWN);
    return new Verdict(broken == null, entries, before.number(), unsealed, newest, broken);
  }
}
