package systems.voltaic.magnetiq.testkit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import systems.voltaic.magnetiq.testkit.FaultProxy.Mode;

/** One connection through a {@link FaultProxy}: two directions, one thread each. */
final class ProxiedLine {
  private final FaultProxy proxy;
  private final Socket client;
  private final Socket server = new Socket();
  private final AtomicInteger directions = new AtomicInteger(2);
  private boolean dead;

  ProxiedLine(FaultProxy proxy, Socket client) {
    this.proxy = proxy;
    this.client = client;
  }

  void open(InetSocketAddress target, Executor threads) {
    threads.execute(() -> connect(target, threads));
  }

  private void connect(InetSocketAddress target, Executor threads) {
    try {
      awaitNot(Mode.BLACKHOLE);
      server.connect(target, 5000);
      server.setTcpNoDelay(true);
      client.setTcpNoDelay(true);
      modeChanged();
      threads.execute(() -> pump(client, server));
      threads.execute(() -> pump(server, client));
    } catch (IOException | InterruptedException unreachable) {
      reset();
    }
  }

  private void pump(Socket from, Socket to) {
    var buffer = new byte[65536];
    try {
      for (var read = from.getInputStream().read(buffer); read >= 0; ) {
        waitAsTheModeSays();
        to.getOutputStream().write(buffer, 0, read);
        read = from.getInputStream().read(buffer);
      }
      waitAsTheModeSays();
      to.shutdownOutput();
    } catch (IOException broken) {
      // Half closed by us, or gone: the other direction lives on until it ends by itself.
    } catch (InterruptedException stopped) {
      reset();
    }
    if (directions.decrementAndGet() == 0) {
      end(false);
    }
  }

  /** Wakes the waiting directions and, for a half close, shuts the one towards the client. */
  synchronized void modeChanged() {
    if (proxy.mode() == Mode.HALF_CLOSE && !client.isOutputShutdown()) {
      try {
        client.shutdownOutput();
      } catch (IOException gone) {
        dead = true;
      }
    }
    notifyAll();
  }

  void reset() {
    end(true);
  }

  private synchronized void waitAsTheModeSays() throws InterruptedException, IOException {
    awaitNot(Mode.BLACKHOLE);
    var end = System.nanoTime() + proxy.delay().toNanos();
    var left = proxy.delay().toNanos();
    while (proxy.mode() == Mode.DELAY && left > 0 && !dead) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
    }
    awaitNot(Mode.BLACKHOLE);
  }

  private synchronized void awaitNot(Mode mode) throws InterruptedException, IOException {
    while (proxy.mode() == mode && !dead) {
      wait();
    }
    if (dead) {
      throw new IOException("the line is cut");
    }
  }

  private void end(boolean withReset) {
    synchronized (this) {
      dead = true;
      notifyAll();
    }
    proxy.forget(this);
    try (client;
        server) {
      if (withReset) {
        client.setSoLinger(true, 0);
        server.setSoLinger(true, 0);
      }
    } catch (IOException alreadyGone) {
      // Closing what is closed is what was wanted.
    }
  }
}
