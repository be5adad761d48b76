package systems.voltaic.magnetiq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build of the pages, with a small project and programs in the place of Node and npm. */
class WebrootBuildTest {
  private static final String NODE = "#!/bin/sh\necho %s\n";
  private static final String NPM =
      """
      #!/bin/sh
      mkdir -p node_modules dist/spa/assets dist/render dist/tables
      echo "$@ [$NODE_ENV]" >> node_modules/calls
      echo page > dist/spa/index.html
      echo map > dist/spa/assets/page.js.map
      echo script > dist/render/entry-server.js
      echo {} > dist/tables/openapi.json
      """;

  @TempDir private static Path compiled;
  @TempDir private Path folder;
  private Path webroot;
  private Path target;
  private Path tools;
  private Path mirror;

  @BeforeAll
  static void compile() {
    var source = Path.of("webroot", "Build.java").toString();
    var compiler = ToolProvider.getSystemJavaCompiler();
    assertThat(compiler.run(null, null, null, "-d", compiled.toString(), source)).isZero();
  }

  @BeforeEach
  void layOut() throws Exception {
    webroot = Files.createDirectories(folder.resolve("webroot"));
    target = Files.createDirectories(folder.resolve("target"));
    tools = Files.createDirectories(folder.resolve("tools"));
    mirror = Files.createDirectories(folder.resolve("mirror"));
    Files.writeString(webroot.resolve("package-lock.json"), "{}");
    Files.writeString(webroot.resolve("page.ts"), "1");
    for (var tool : List.of("mkdir", "tar", "gzip")) {
      write(tools.resolve(tool), "#!/bin/sh\nexec /bin/" + tool + " \"$@\"\n");
    }
  }

  @Test
  void buildsThePagesWithoutTheirSourceMaps() throws Exception {
    install(tools, "v22.1.0");

    assertThat(build()).isEqualTo("0 webroot: installing the packages\n");

    assertThat(target.resolve("classes/spa/index.html")).hasContent("page");
    assertThat(target.resolve("classes/spa/assets/page.js.map")).doesNotExist();
    assertThat(target.resolve("classes/render/entry-server.js")).hasContent("script");
  }

  @Test
  void installsWhatBuildsEvenInProduction() throws Exception {
    install(tools, "v22.1.0");

    build(Map.of("NODE_ENV", "production"));

    assertThat(calls().get(0)).startsWith("ci --include=dev").endsWith("[]");
  }

  @Test
  void doesNothingWhenNothingHasChanged() throws Exception {
    install(tools, "v22.1.0");
    build();
    var before = calls();

    assertThat(build()).isEqualTo("0 ");

    assertThat(calls()).isEqualTo(before);
  }

  @Test
  void buildsAgainWithoutInstallingWhenAPageHasChanged() throws Exception {
    install(tools, "v22.1.0");
    build();
    Files.writeString(webroot.resolve("page.ts"), "2");

    assertThat(build()).isEqualTo("0 ");

    assertThat(calls()).hasSize(3).last().asString().startsWith("run --silent build");
  }

  @Test
  void saysWhichRuleTheSourceBreaks() throws Exception {
    install(tools, "v22.1.0");
    build();
    write(tools.resolve("npm"), "#!/bin/sh\necho page.ts is untidy\nexit 1\n");

    var said = build("check");

    assertThat(said).startsWith("1 ").contains("page.ts is untidy", "breaks a rule");
    assertThat(target.resolve("webroot.checked")).doesNotExist();
  }

  @Test
  void buildsAheadAndLeavesTheClassesToTheRunThatIsWaitedFor() throws Exception {
    install(tools, "v22.1.0");

    build("ahead");

    assertThat(target.resolve("classes")).doesNotExist();
    assertThat(build()).isEqualTo("0 ");
    assertThat(target.resolve("classes/spa/index.html")).hasContent("page");
    assertThat(calls()).hasSize(2);
  }

  @Test
  void triesAgainWhereItIsWaitedForWhatWentWrongAhead() throws Exception {
    install(tools, "v22.1.0");
    write(tools.resolve("npm"), "#!/bin/sh\necho page.ts is untidy\nexit 1\n");

    assertThat(build("ahead")).startsWith("0 ").doesNotContain("untidy");
    assertThat(build()).startsWith("1 ").contains("page.ts is untidy");
  }

  @Test
  void checksOnceWhatWasCheckedAhead() throws Exception {
    install(tools, "v22.1.0");

    build("check", "ahead");

    var calls = calls();
    assertThat(calls.get(calls.size() - 2)).startsWith("run --silent lint");
    assertThat(calls.get(calls.size() - 1)).startsWith("run --silent test");
    assertThat(build("check")).isEqualTo("0 ");
    assertThat(calls()).isEqualTo(calls);
  }

  @Test
  void fetchesNodeWhereThereIsNone() throws Exception {
    var archive = publishNode();
    Files.writeString(archive.resolveSibling("SHASUMS256.txt"), sum(archive) + "\n");

    assertThat(build(Map.of("NODE_MIRROR", mirror.toUri().toString())))
        .startsWith("0 ")
        .contains("no Node");

    assertThat(target.resolve("classes/spa/index.html")).hasContent("page");
    assertThat(build(Map.of("NODE_MIRROR", "file:///nowhere"))).isEqualTo("0 ");
  }

  @Test
  void fetchesNodeWhereTheOneThereIsTooOld() throws Exception {
    install(tools, "v20.18.3");
    var archive = publishNode();
    Files.writeString(archive.resolveSibling("SHASUMS256.txt"), sum(archive) + "\n");

    assertThat(build(Map.of("NODE_MIRROR", mirror.toUri().toString())))
        .startsWith("0 ")
        .contains("20.19 or newer is needed");
  }

  @Test
  void throwsAwayANodeWithAnotherChecksum() throws Exception {
    var archive = publishNode();
    Files.writeString(
        archive.resolveSibling("SHASUMS256.txt"), "0".repeat(64) + "  " + archive.getFileName());

    assertThat(build(Map.of("NODE_MIRROR", mirror.toUri().toString())))
        .startsWith("1 ")
        .contains("does not have the checksum");

    assertThat(target.resolve("node").resolve(archive.getFileName())).doesNotExist();
  }

  @Test
  void saysWhatToDoWhenTheMirrorIsAway() throws Exception {
    assertThat(build(Map.of("NODE_MIRROR", mirror.toUri().toString())))
        .startsWith("1 ")
        .contains("Install Node 20.19 or newer, or set NODE_MIRROR");
  }

  private String build(String... wishes) throws Exception {
    return build(Map.of(), wishes);
  }

  private String build(Map<String, String> environment, String... wishes) throws Exception {
    var command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-classpath",
            compiled.toString(),
            "Build",
            webroot.toString(),
            target.toString());
    command.command().addAll(List.of(wishes));
    command.environment().clear();
    command.environment().put("PATH", tools.toString());
    command.environment().putAll(environment);
    var process = command.redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue() + " " + said;
  }

  private List<String> calls() throws Exception {
    return Files.readAllLines(webroot.resolve("node_modules/calls"));
  }

  private Path publishNode() throws Exception {
    var mac = System.getProperty("os.name").startsWith("Mac");
    var arm = System.getProperty("os.arch").equals("aarch64");
    var name = "node-v24.15.0" + (mac ? "-darwin" : "-linux") + (arm ? "-arm64" : "-x64");
    install(Files.createDirectories(folder.resolve(name).resolve("bin")), "v24.15.0");
    var archive = Files.createDirectory(mirror.resolve("v24.15.0")).resolve(name + ".tar.gz");
    var tar = new ProcessBuilder("tar", "-czf", archive.toString(), "-C", folder.toString(), name);
    assertThat(tar.inheritIO().start().waitFor()).isZero();
    return archive;
  }

  private static String sum(Path archive) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(archive));
    return HexFormat.of().formatHex(digest) + "  " + archive.getFileName();
  }

  private static void install(Path bin, String version) throws Exception {
    write(bin.resolve("node"), NODE.formatted(version));
    write(bin.resolve("npm"), NPM);
  }

  private static void write(Path program, String text) throws Exception {
    Files.writeString(program, text);
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }
}
