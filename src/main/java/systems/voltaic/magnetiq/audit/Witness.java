package systems.voltaic.magnetiq.audit;

import java.util.Optional;

/** The newest head this process has seen: a chain that went back to an older one is noticed. */
public final class Witness {

  private Head newest;

  synchronized void saw(Head head) {
    if (newest == null || head.seal() > newest.seal()) {
      newest = head;
    }
  }

  /** Remembers it, or fails when it is older than what was seen. */
  void check(Head head) {
    if (isOlder(head)) {
      throw new BrokenChain("it went back to seal " + head.seal());
    }
    saw(head);
  }

  synchronized boolean isOlder(Head head) {
    return newest != null
        && (head.seal() < newest.seal()
            || (head.seal() == newest.seal() && !head.hash().equals(newest.hash())));
  }

  synchronized Optional<Head> newest() {
    return Optional.ofNullable(newest);
  }
}
