package systems.voltaic.magnetiq.audit;

/** The seals are not as this installation left them. */
public final class BrokenChain extends RuntimeException {

  private static final long serialVersionUID = 1;

  BrokenChain(String why) {
    super(
        "the audit cannot be sealed any more, "
            + why
            + ": run `magnetiq verify-audit` and compare with a backup");
  }
}
