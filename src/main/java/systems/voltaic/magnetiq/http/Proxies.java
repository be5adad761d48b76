package systems.voltaic.magnetiq.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.List;

/** Finds the client behind the proxies that are trusted, and behind no others. */
final class Proxies {

  private static final CharSequence FORWARDED_FOR = HttpHeaders.createOptimized("x-forwarded-for");
  private static final CharSequence FORWARDED = HttpHeaders.createOptimized("forwarded");
  private static final CharSequence REAL_IP = HttpHeaders.createOptimized("x-real-ip");
  private static final CharSequence FORWARDED_HOST =
      HttpHeaders.createOptimized("x-forwarded-host");

  private final List<Cidr> trusted;

  Proxies(List<String> trusted) {
    this.trusted = Cidr.all(trusted);
  }

  Client client(HttpServerRequest request) {
    SocketAddress peer = request.remoteAddress();
    String text = peer == null || peer.hostAddress() == null ? "unknown" : peer.hostAddress();
    byte[] address = Cidr.parse(text);
    if (trusted.isEmpty() || !Cidr.anyHolds(trusted, address)) {
      boolean forwarded = isForwarded(request);
      return new Client(dotted(text, address), address, !forwarded, forwarded);
    }
    List<String> headers = request.headers().getAll(FORWARDED_FOR);
    return headers.isEmpty()
        ? new Client(dotted(text, address), address, false, true)
        : rightmostUntrusted(String.join(",", headers), text, address);
  }

  private Client rightmostUntrusted(String chain, String peer, byte[] peerAddress) {
    String[] hops = chain.split(",", -1);
    for (int i = hops.length - 1; i >= 0; i--) {
      String hop = hops[i].strip();
      byte[] address = Cidr.parse(hop);
      if (address == null) {
        break;
      }
      if (!Cidr.anyHolds(trusted, address)) {
        return new Client(dotted(hop, address), address, true, true);
      }
    }
    return new Client(dotted(peer, peerAddress), peerAddress, false, true);
  }

  private static boolean isForwarded(HttpServerRequest request) {
    MultiMap headers = request.headers();
    return headers.contains(FORWARDED_FOR)
        || headers.contains(FORWARDED)
        || headers.contains(REAL_IP)
        || headers.contains(FORWARDED_HOST);
  }

  private static String dotted(String text, byte[] address) {
    return address == null || address.length == 16 || text.indexOf(':') < 0
        ? text
        : (address[0] & 255)
            + "."
            + (address[1] & 255)
            + "."
            + (address[2] & 255)
            + "."
            + (address[3] & 255);
  }
}
