package systems.voltaic.magnetiq.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Which addresses a person may make this server call. */
final class Addresses {

  /** Blocks of the IANA special-purpose registries, multicast and reserved space. */
  private static final List<Block> SPECIAL =
      blocks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.31.196.0/24",
          "192.52.193.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "192.175.48.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4",
          "2001::/23",
          "2001:db8::/32",
          "2002::/16",
          "2620:4f:8000::/48",
          "3fff::/20");

  private static final List<Block> PRIVATE =
      blocks("10.0.0.0/8", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7");

  private static final Block GLOBAL = Block.of("2000::/3");
  private static final Block TRANSLATED = Block.of("64:ff9b::/96");

  /** An address of the public Internet. */
  static boolean isPublic(InetAddress address) {
    if (address instanceof Inet6Address) {
      return TRANSLATED.holds(address)
          ? isPublic(lastFour(address))
          : GLOBAL.holds(address) && outside(address);
    }
    return outside(address);
  }

  /** This machine or its neighbours; never link-local, where clouds keep their credentials. */
  static boolean isPrivate(InetAddress address) {
    return PRIVATE.stream().anyMatch(block -> block.holds(address));
  }

  private static boolean outside(InetAddress address) {
    return SPECIAL.stream().noneMatch(block -> block.holds(address));
  }

  private static InetAddress lastFour(InetAddress address) {
    byte[] all = address.getAddress();
    return address(Arrays.copyOfRange(all, all.length - 4, all.length));
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an address", e);
    }
  }

  private static List<Block> blocks(String... texts) {
    return Arrays.stream(texts).map(Block::of).toList();
  }

  private record Block(InetAddress start, int bits) {

    static Block of(String text) {
      int slash = text.indexOf('/');
      String start = text.substring(0, slash);
      try {
        return new Block(InetAddress.getByName(start), Integer.parseInt(text.substring(slash + 1)));
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException("not an address: " + text, e);
      }
    }

    boolean holds(InetAddress address) {
      byte[] mine = start.getAddress();
      byte[] theirs = address.getAddress();
      if (mine.length != theirs.length) {
        return false;
      }
      int whole = bits / 8;
      int mask = 0xFF << (8 - bits % 8) & 0xFF;
      return Arrays.equals(mine, 0, whole, theirs, 0, whole)
          && (mask == 0 || (mine[whole] & mask) == (theirs[whole] & mask));
    }
  }

  private Addresses() {}
}
