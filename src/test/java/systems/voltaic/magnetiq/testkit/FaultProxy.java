package systems.voltaic.magnetiq.testkit;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP line to a target that the test can slow, silence and cut while it is in use. */
public final class FaultProxy implements AutoCloseable {
  /** What happens to the line from now on, to open connections and new ones alike. */
  public enum Mode {
    PASS,
    /** New connections are refused; open ones go on. */
    REFUSE,
    /** Connections are accepted and bytes swallowed up until the mode changes, as in a lost net. */
    BLACKHOLE,
    /** Every piece arrives later by the delay. */
    DELAY,
    /** The client is told at once that nothing more will come, while it may still send. */
    HALF_CLOSE,
    /** Every connection is reset, open or new. */
    RESET
  }

  private final Set<ProxiedLine> lines = ConcurrentHashMap.newKeySet();
  private final InetSocketAddress target;
  private final Acceptor acceptor;
  private volatile Mode mode = Mode.PASS;
  private volatile Duration delay = Duration.ZERO;

  private FaultProxy(InetSocketAddress target) {
    this.target = target;
    this.acceptor = new Acceptor("fault-proxy", this::connect);
  }

  public static FaultProxy to(int port) {
    return to(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  public static FaultProxy to(InetSocketAddress target) {
    return new FaultProxy(target);
  }

  public int port() {
    return acceptor.port();
  }

  /** Connections accepted since the start. */
  public int connections() {
    return acceptor.accepted();
  }

  /** Connections open now. */
  public int open() {
    return lines.size();
  }

  public void pass() {
    become(Mode.PASS);
  }

  public void delay(Duration by) {
    delay = by;
    become(Mode.DELAY);
  }

  /** Resets the open connections once; new ones are served as the mode says. */
  public void cut() {
    lines.forEach(ProxiedLine::reset);
  }

  public synchronized void become(Mode next) {
    mode = next;
    if (next == Mode.REFUSE) {
      acceptor.refuse();
    } else {
      acceptor.listen();
    }
    if (next == Mode.RESET) {
      cut();
    }
    lines.forEach(ProxiedLine::modeChanged);
  }

  @Override
  public void close() {
    acceptor.close();
    become(Mode.RESET);
  }

  Mode mode() {
    return mode;
  }

  Duration delay() {
    return delay;
  }

  void forget(ProxiedLine line) {
    lines.remove(line);
  }

  private void connect(Socket client) {
    var line = new ProxiedLine(this, client);
    lines.add(line);
    if (mode == Mode.RESET) {
      line.reset();
    } else {
      line.open(target, acceptor::execute);
    }
  }
}
