package systems.voltaic.magnetiq.http;

import io.netty.util.NetUtil;
import java.util.List;

/** A range of addresses, such as 10.0.0.0/8 or fd00::/8; a bare address is a range of one. */
final class Cidr {

  private final byte[] network;
  private final int bits;

  private Cidr(byte[] network, int bits) {
    this.network = network;
    this.bits = bits;
  }

  static Cidr of(String text) {
    int slash = text.indexOf('/');
    byte[] network = parse(slash < 0 ? text : text.substring(0, slash));
    if (network == null) {
      throw new IllegalArgumentException(text + " is not an address range such as 10.0.0.0/8");
    }
    int bits = slash < 0 ? network.length * 8 : bits(text, slash, network.length * 8);
    return new Cidr(network, bits);
  }

  static List<Cidr> all(List<String> texts) {
    return texts.stream().map(Cidr::of).toList();
  }

  static boolean anyHolds(List<Cidr> ranges, byte[] address) {
    for (Cidr range : ranges) {
      if (range.holds(address)) {
        return true;
      }
    }
    return false;
  }

  boolean holds(byte[] address) {
    if (address == null || address.length != network.length) {
      return false;
    }
    int whole = bits / 8;
    for (int i = 0; i < whole; i++) {
      if (address[i] != network[i]) {
        return false;
      }
    }
    int rest = bits % 8;
    return rest == 0 || ((address[whole] ^ network[whole]) & 0xff) >> (8 - rest) == 0;
  }

  /** The bytes of a literal address, never a lookup; null when it is none. */
  static byte[] parse(String literal) {
    int scope = literal.indexOf('%');
    byte[] bytes =
        NetUtil.createByteArrayFromIpAddressString(
            scope < 0 ? literal : literal.substring(0, scope));
    return bytes != null && bytes.length == 16 ? unmapped(bytes) : bytes;
  }

  private static byte[] unmapped(byte[] six) {
    for (int i = 0; i < 10; i++) {
      if (six[i] != 0) {
        return six;
      }
    }
    return six[10] == -1 && six[11] == -1 ? new byte[] {six[12], six[13], six[14], six[15]} : six;
  }

  private static int bits(String text, int slash, int most) {
    try {
      int bits = Integer.parseInt(text.substring(slash + 1));
      if (bits >= 0 && bits <= most) {
        return bits;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(text + " does not end in a number of bits", e);
    }
    throw new IllegalArgumentException(text + " has more bits than an address");
  }
}
