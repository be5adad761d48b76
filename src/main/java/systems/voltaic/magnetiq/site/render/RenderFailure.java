package systems.voltaic.magnetiq.site.render;

import java.time.Duration;
import org.graalvm.polyglot.PolyglotException;

/** Why there is no page. */
public final class RenderFailure extends RuntimeException {

  private static final long serialVersionUID = 1;
  private static final int FRAMES = 8;

  private final String reason;
  private final boolean lasting;

  private RenderFailure(String reason, boolean lasting, String message) {
    super(message, null, false, false);
    this.reason = reason;
    this.lasting = lasting;
  }

  static RenderFailure full(int waiting) {
    return new RenderFailure("full", false, waiting + " pages wait to be rendered already");
  }

  static RenderFailure waited(Duration wait) {
    return new RenderFailure("late", false, "waited " + wait.toMillis() + " ms for its turn");
  }

  static RenderFailure again(String message) {
    return new RenderFailure("again", false, "failed a moment ago: " + message);
  }

  static RenderFailure closed() {
    return new RenderFailure("closed", false, "the renderer is closed");
  }

  static RenderFailure of(PolyglotException e, Duration run) {
    return e.isCancelled() || e.isInterrupted()
        ? new RenderFailure("stopped", true, "took longer than " + run.toMillis() + " ms")
        : new RenderFailure("thrown", true, sentence(e));
  }

  static RenderFailure of(Throwable e) {
    return e instanceof RenderFailure known ? known : new RenderFailure("broken", false, "" + e);
  }

  String reason() {
    return reason;
  }

  /** The same view would fail the same way. */
  boolean lasting() {
    return lasting;
  }

  private static String sentence(PolyglotException e) {
    var text = new StringBuilder(String.valueOf(e.getMessage()));
    int frames = 0;
    for (var frame : e.getPolyglotStackTrace()) {
      if (frame.isGuestFrame() && frames++ < FRAMES) {
        text.append(" < ").append(frame.getRootName());
      }
    }
    return text.toString();
  }
}
