package systems.voltaic.magnetiq.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Where a request really comes from. */
final class Client {

  private final String text;
  private final byte[] address;
  private final boolean direct;
  private final boolean proxied;

  /**
   * @param address the bytes, or null when nobody could tell
   * @param direct nobody stands between who could have hidden the origin
   * @param proxied a proxy passed the request on, such as the edge
   */
  Client(String text, byte[] address, boolean direct, boolean proxied) {
    this.text = text;
    this.address = address;
    this.direct = direct;
    this.proxied = proxied;
  }

  String text() {
    return text;
  }

  /** The answer goes to a proxy, which may keep it. */
  boolean isProxied() {
    return proxied;
  }

  /** It is in one of the ranges, and nobody stands between. */
  boolean isDirectlyFrom(List<Cidr> ranges) {
    return direct && Cidr.anyHolds(ranges, address);
  }

  boolean isLoopback() {
    return direct && address != null && (address.length == 4 ? address[0] == 127 : isLoopback6());
  }

  /** What limits count by: whoever has an IPv6 network has 2^64 addresses. */
  String limitKey() {
    return address == null || address.length == 4 ? text : prefix(8);
  }

  /** What a log may keep. */
  String masked() {
    if (address == null) {
      return "unknown";
    }
    return address.length == 4 ? text.substring(0, text.lastIndexOf('.')) + ".0" : prefix(6);
  }

  private boolean isLoopback6() {
    for (int i = 0; i < 15; i++) {
      if (address[i] != 0) {
        return false;
      }
    }
    return address[15] == 1;
  }

  private String prefix(int bytes) {
    byte[] network = new byte[16];
    System.arraycopy(address, 0, network, 0, bytes);
    try {
      return InetAddress.getByAddress(network).getHostAddress() + "/" + bytes * 8;
    } catch (UnknownHostException e) {
      throw new IllegalStateException("sixteen bytes are always an address", e);
    }
  }
}
