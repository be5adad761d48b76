package systems.voltaic.magnetiq.net;

import io.vertx.core.Future;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import systems.voltaic.magnetiq.fault.Fault;

/**
 * The one guard in front of every address that a person typed: what passes is pinned, so that the
 * call goes to the very address that was judged.
 */
public final class OutgoingUrls {

  private static final int LONGEST = 2000;
  private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e&&[^\\\\\"<>^`{|}]]+");
  private static final Pattern NAME =
      Pattern.compile("(?i)(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\\.)*[a-z][a-z0-9-]*");
  private static final Pattern QUAD = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");
  private static final Pattern BRACKETED = Pattern.compile("\\[[0-9a-fA-F:.]{2,45}]");

  private final Resolver resolver;
  private final boolean privateAllowed;

  /**
   * @param privateAllowed whether http and this machine's own network are targets too, which only a
   *     developer wants
   */
  public OutgoingUrls(Resolver resolver, boolean privateAllowed) {
    this.resolver = resolver;
    this.privateAllowed = privateAllowed;
  }

  /** A URL and the address its call must connect to. */
  public record Target(URI url, SocketAddress address) {

    public boolean tls() {
      return url.getScheme().equals("https");
    }

    public int port() {
      return address.port();
    }

    public String host() {
      String host = url.getHost();
      return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    public String path() {
      String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
      return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }
  }

  public Future<Target> check(String typed) {
    try {
      URI url = parse(typed);
      return resolver
          .resolve(bare(url))
          .recover(t -> Future.failedFuture(unresolved(url)))
          .map(found -> new Target(url, pin(url, found)));
    } catch (Fault e) {
      return Future.failedFuture(e);
    }
  }

  private URI parse(String typed) {
    if (typed.length() > LONGEST || !PLAIN.matcher(typed).matches()) {
      throw refused("it is too long or has characters a URL must not have");
    }
    URI url = uri(typed);
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !(scheme.equals("http") && privateAllowed)) {
      throw refused("it must start with https://");
    }
    if (url.getRawUserInfo() != null || url.getRawFragment() != null || url.getHost() == null) {
      throw refused("it must be host and path only, without user, password or fragment");
    }
    if (!plainHost(url.getHost()) || url.getPort() == 0 || url.getPort() > 65_535) {
      throw refused("its host or port is not written in the usual form");
    }
    return scheme.equals(url.getScheme()) ? url : uri(scheme + typed.substring(scheme.length()));
  }

  private static boolean plainHost(String host) {
    return NAME.matcher(host).matches()
        || QUAD.matcher(host).matches()
        || BRACKETED.matcher(host).matches();
  }

  private SocketAddress pin(URI url, List<InetAddress> found) {
    Predicate<InetAddress> allowed =
        address -> Addresses.isPublic(address) || (privateAllowed && Addresses.isPrivate(address));
    if (found.isEmpty() || !found.stream().allMatch(allowed)) {
      throw refused("it leads to a private or reserved address");
    }
    int port = url.getPort() > 0 ? url.getPort() : url.getScheme().equals("https") ? 443 : 80;
    return SocketAddress.inetSocketAddress(new InetSocketAddress(found.get(0), port));
  }

  private static String bare(URI url) {
    String host = url.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static URI uri(String text) {
    try {
      return new URI(text).parseServerAuthority();
    } catch (URISyntaxException e) {
      throw refused("it is not a URL");
    }
  }

  private static Fault refused(String why) {
    return Fault.rule(
        "url-refused",
        "This URL cannot be called: " + why,
        new Fault.Detail("/url", "url-refused", why));
  }

  private static Fault unresolved(URI url) {
    return Fault.rule(
        "url-unresolved",
        "The host " + url.getHost() + " could not be found",
        new Fault.Detail("/url", "url-unresolved", "the host could not be found"));
  }
}
