package systems.voltaic.magnetiq.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A free loopback port that can refuse connections and take them again at the same number. */
final class Acceptor implements AutoCloseable {
  private final ExecutorService threads;
  private final Consumer<Socket> connected;
  private final AtomicInteger accepted = new AtomicInteger();
  private final int port;
  private ServerSocket server;
  private CompletableFuture<Void> loop;
  private boolean closed;

  Acceptor(String name, Consumer<Socket> connected) {
    this.threads = Executors.newCachedThreadPool(work -> daemon(work, name));
    this.connected = connected;
    this.port = open(0);
  }

  int port() {
    return port;
  }

  int accepted() {
    return accepted.get();
  }

  void execute(Runnable work) {
    threads.execute(work);
  }

  /** The kernel refuses only when the thread inside accept has let go of the socket. */
  synchronized void refuse() {
    closeQuietly(server);
    loop.join();
  }

  synchronized void listen() {
    if (server.isClosed() && !closed) {
      open(port);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    refuse();
    threads.shutdownNow();
  }

  /** Closing what is already gone is what was wanted. */
  static void closeQuietly(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception gone) {
      assert gone != null;
    }
  }

  static boolean answers(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private int open(int wanted) {
    try {
      var fresh = new ServerSocket();
      fresh.setReuseAddress(true);
      fresh.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 1024);
      server = fresh;
      loop = CompletableFuture.runAsync(() -> acceptFrom(fresh), threads);
      return fresh.getLocalPort();
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  private void acceptFrom(ServerSocket listening) {
    try {
      while (true) {
        var socket = listening.accept();
        accepted.incrementAndGet();
        connected.accept(socket);
      }
    } catch (IOException refusing) {
      assert listening.isClosed() : refusing;
    }
  }

  private static Thread daemon(Runnable work, String name) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
