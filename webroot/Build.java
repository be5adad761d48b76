import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Builds the pages for the jar, or checks their source; does nothing when nothing has changed. */
public final class Build {
  private static final String NODE_VERSION = "24.15.0";
  private static final Set<String> MADE = Set.of("node_modules", "dist", "generated");

  private static final List<String> PAGES = List.of("spa", "render", "tables");

  private final Path webroot;
  private final Path target;
  private final boolean ahead;
  private final Map<String, String> environment;

  private Build(Path webroot, Path target, boolean ahead, Map<String, String> environment) {
    this.webroot = webroot;
    this.target = target;
    this.ahead = ahead;
    this.environment = environment;
  }

  /**
   * Arguments: the sources, Maven's target, "check" to check instead of to build, "ahead" where
   * Maven goes on.
   */
  public static void main(String[] arguments) {
    var wishes = List.of(arguments);
    var build =
        new Build(
            Path.of(arguments[0]).toAbsolutePath(),
            Path.of(arguments[1]).toAbsolutePath(),
            wishes.contains("ahead"),
            System.getenv());
    Runtime.getRuntime().addShutdownHook(new Thread(build::stopChildren));
    try (var lock = build.openLock()) {
      lock.lock();
      if (wishes.contains("check")) {
        build.check();
      } else {
        build.build();
      }
    } catch (Failure failure) {
      build.stop(failure.getMessage());
    } catch (IOException | UncheckedIOException failure) {
      build.stop("the disk refused: " + failure);
    }
  }

  /** One run at a time: the one that Maven waits for finds done what the one ahead has done. */
  private FileChannel openLock() throws IOException {
    Files.createDirectories(target);
    return FileChannel.open(target.resolve("webroot.lock"), CREATE, WRITE);
  }

  private void build() throws IOException {
    var stamp = target.resolve("webroot.built");
    var pages = target.resolve("webroot");
    var node = findNode();
    if (!Files.isDirectory(pages) || !isFresh(stamp, node)) {
      var present = prepare(node);
      var source = fingerprint(present);
      Files.deleteIfExists(stamp);
      npm(present, "The pages could not be built", "run", "--silent", "build");
      replace(webroot.resolve("dist"), pages);
      Files.writeString(stamp, source);
    }
    if (!ahead) {
      ship(pages, Files.readString(stamp));
    }
  }

  /** Never ahead: the compiler takes what appears in its folder for its own, to delete later. */
  private void ship(Path pages, String source) throws IOException {
    var classes = target.resolve("classes");
    var stamp = target.resolve("webroot.shipped");
    if (Files.isDirectory(classes.resolve("spa"))
        && Files.exists(stamp)
        && Files.readString(stamp).equals(source)) {
      return;
    }
    Files.deleteIfExists(stamp);
    for (var made : PAGES) {
      replace(pages.resolve(made), classes.resolve(made));
    }
    Files.writeString(stamp, source);
  }

  private void check() throws IOException {
    var stamp = target.resolve("webroot.checked");
    var node = findNode();
    if (isFresh(stamp, node)) {
      return;
    }
    var present = prepare(node);
    var source = fingerprint(present);
    npm(present, "The source of the pages breaks a rule", "run", "--silent", "lint");
    npm(present, "A test of the pages fails", "run", "--silent", "test");
    Files.writeString(stamp, source);
  }

  private Node prepare(Optional<Node> found) throws IOException {
    var node = found.orElseGet(this::downloadNode);
    installPackages(node);
    return node;
  }

  private boolean isFresh(Path stamp, Optional<Node> node) throws IOException {
    return node.isPresent()
        && Files.exists(stamp)
        && Files.readString(stamp).equals(fingerprint(node.get()));
  }

  private String fingerprint(Node node) throws IOException {
    var files = new TreeMap<String, byte[]>();
    read(webroot, files);
    for (var table : List.of("openapi", "permissions", "roles")) {
      var yaml = webroot.resolveSibling("src/main/resources/" + table + ".yaml");
      if (Files.exists(yaml)) {
        files.put("../" + table + ".yaml", Files.readAllBytes(yaml));
      }
    }
    var digest = sha256();
    digest.update(node.version().getBytes(StandardCharsets.UTF_8));
    files.forEach(
        (name, content) -> {
          digest.update((name + '\0' + content.length + '\0').getBytes(StandardCharsets.UTF_8));
          digest.update(content);
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  private void read(Path folder, Map<String, byte[]> files) throws IOException {
    try (var entries = Files.list(folder)) {
      for (var entry : entries.toList()) {
        if (Files.isRegularFile(entry)) {
          files.put(webroot.relativize(entry).toString(), Files.readAllBytes(entry));
        } else if (!MADE.contains(entry.getFileName().toString())) {
          read(entry, files);
        }
      }
    }
  }

  private void installPackages(Node node) throws IOException {
    var installed = webroot.resolve("node_modules/.installed-lock");
    var lock = Files.readString(webroot.resolve("package-lock.json"));
    if (Files.exists(installed) && Files.readString(installed).equals(lock)) {
      return;
    }
    System.out.println("webroot: installing the packages");
    npm(
        node,
        "The packages of the pages could not be installed. Check the network or the proxy"
            + " settings of npm, then start the build again",
        "ci",
        "--include=dev",
        "--no-audit",
        "--no-fund",
        "--loglevel=error");
    Files.writeString(installed, lock);
  }

  private void npm(Node node, String complaint, String... arguments) {
    var command = new ArrayList<>(List.of(node.folder().resolve("npm").toString()));
    command.addAll(Arrays.asList(arguments));
    var process = new ProcessBuilder(command).directory(webroot.toFile()).inheritIO();
    if (ahead) {
      process.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
    }
    process.environment().remove("NODE_ENV");
    process.environment().merge("PATH", node.folder().toString(), (path, own) -> own + ":" + path);
    try {
      var code = process.start().onExit().join().exitValue();
      if (code != 0) {
        throw new Failure(complaint + " (npm ended with " + code + "; its words are above).");
      }
    } catch (IOException failure) {
      throw new Failure("npm does not start beside " + node + ": " + failure.getMessage());
    }
  }

  private Optional<Node> findNode() {
    var folders = new ArrayList<Path>();
    for (var folder : environment.getOrDefault("PATH", "").split(":")) {
      folders.add(Path.of(folder));
    }
    folders.add(downloaded().resolve("bin"));
    for (var folder : folders) {
      if (Files.isExecutable(folder.resolve("node")) && Files.isExecutable(folder.resolve("npm"))) {
        var node = new Node(folder, versionOf(folder.resolve("node")));
        if (node.isRecent()) {
          return Optional.of(node);
        }
        System.out.println("webroot: " + node + " is passed over, 20.19 or newer is needed");
      }
    }
    return Optional.empty();
  }

  private static String versionOf(Path node) {
    try {
      var process = new ProcessBuilder(node.toString(), "--version").start();
      try (var output = process.getInputStream()) {
        return new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
      }
    } catch (IOException failure) {
      return "v0.0";
    }
  }

  private Path downloaded() {
    return target.resolve("node").resolve(archiveName());
  }

  private static String archiveName() {
    var mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
    var arm = System.getProperty("os.arch").equals("aarch64");
    return "node-v" + NODE_VERSION + (mac ? "-darwin" : "-linux") + (arm ? "-arm64" : "-x64");
  }

  private Node downloadNode() {
    var mirror = environment.getOrDefault("NODE_MIRROR", "https://nodejs.org/dist");
    var release = mirror.replaceFirst("/+$", "") + "/v" + NODE_VERSION + "/";
    var file = archiveName() + ".tar.gz";
    System.out.println("webroot: no Node on this machine, fetching " + release + file);
    var folder = target.resolve("node");
    try {
      Files.createDirectories(folder);
      var archive = folder.resolve(file);
      fetch(release + file, archive);
      var sums = folder.resolve("SHASUMS256.txt");
      fetch(release + "SHASUMS256.txt", sums);
      verify(archive, file, Files.readAllLines(sums));
      unpack(archive, folder);
      Files.delete(archive);
    } catch (IOException failure) {
      throw new Failure(
          "Node could not be fetched from "
              + release
              + " ("
              + failure
              + "). Install Node 20.19 or newer, or set NODE_MIRROR to a reachable mirror.");
    }
    var node = new Node(downloaded().resolve("bin"), versionOf(downloaded().resolve("bin/node")));
    if (!node.isRecent()) {
      throw new Failure(
          "The fetched Node does not run on this machine. Install Node 20.19 or newer.");
    }
    return node;
  }

  private static void fetch(String address, Path file) throws IOException {
    var connection = URI.create(address).toURL().openConnection();
    connection.setConnectTimeout(20_000);
    connection.setReadTimeout(60_000);
    try (var input = connection.getInputStream()) {
      Files.copy(input, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void verify(Path archive, String name, List<String> sums) throws IOException {
    var sum = HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(archive)));
    if (!sums.contains(sum + "  " + name)) {
      Files.delete(archive);
      throw new Failure(
          name + " does not have the checksum that SHASUMS256.txt states; it was thrown away.");
    }
  }

  private static void unpack(Path archive, Path folder) throws IOException {
    var tar = new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", folder.toString());
    if (tar.inheritIO().start().onExit().join().exitValue() != 0) {
      throw new IOException("tar could not unpack " + archive);
    }
  }

  private static void replace(Path from, Path to) throws IOException {
    if (Files.exists(to)) {
      try (var old = Files.walk(to)) {
        for (var path : old.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(path);
        }
      }
    }
    try (var made = Files.walk(from)) {
      for (var path : made.filter(file -> !file.toString().endsWith(".map")).toList()) {
        var copy = to.resolve(from.relativize(path).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(path, copy);
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What goes wrong ahead goes wrong again, and is told, where Maven waits. */
  private void stop(String sentence) {
    if (!ahead) {
      System.err.println("webroot: " + sentence);
      System.exit(1);
    }
  }

  /** A Maven that ends early stops this process, which must not leave npm behind. */
  private void stopChildren() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
  }

  private record Node(Path folder, String version) {
    boolean isRecent() {
      var parts = version.replaceFirst("^v", "").split("\\.");
      var major = Integer.parseInt(parts[0]);
      return major > 20 || major == 20 && Integer.parseInt(parts[1]) >= 19;
    }

    @Override
    public String toString() {
      return folder.resolve("node") + " " + version;
    }
  }

  private static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failure(String sentence) {
      super(sentence);
    }
  }
}
