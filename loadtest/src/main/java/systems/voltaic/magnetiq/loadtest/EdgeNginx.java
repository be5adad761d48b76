package systems.voltaic.magnetiq.loadtest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The edge as it is shipped, in front of some instances. */
final class EdgeNginx implements AutoCloseable {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)}");

  private final Child child;
  private final int port;

  private EdgeNginx(Child child, int port) {
    this.child = child;
    this.port = port;
  }

  static EdgeNginx start(Path folder, List<Instance> instances) throws Exception {
    Files.createDirectories(folder.resolve("temp"));
    int port = Ports.free();
    Path shipped = Rig.source("../nginx").normalize();
    var values = values(shipped, folder, instances, port);
    String text =
        VARIABLE
            .matcher(Files.readString(shipped.resolve("prod.conf.template")))
            .replaceAll(name -> Matcher.quoteReplacement(values.get(name.group(1))));
    Path configuration = folder.resolve("nginx.conf");
    Files.writeString(configuration, text);
    var command =
        List.of(
            Programs.nginx().toString(),
            "-e",
            "stderr",
            "-g",
            "daemon off; user root;",
            "-p",
            folder.toString(),
            "-c",
            configuration.toString());
    return new EdgeNginx(Child.start(folder.resolve("nginx.log"), Map.of(), command), port);
  }

  int port() {
    return port;
  }

  Child child() {
    return child;
  }

  private static Map<String, String> values(
      Path shipped, Path folder, List<Instance> instances, int port) throws Exception {
    var values = new HashMap<String, String>();
    for (String line : Files.readAllLines(shipped.resolve("defaults.env"))) {
      if (line.matches("[A-Z].*")) {
        String[] pair = line.split("=", 2);
        values.put(pair[0], pair[1].replace("\"", ""));
      }
    }
    certificate(folder);
    values.put("SITE_UPSTREAMS", upstreams(instances.stream().map(Instance::sitePort).toList()));
    values.put("API_UPSTREAMS", upstreams(instances.stream().map(Instance::port).toList()));
    values.put("SERVER_NAMES", "localhost");
    values.put("HTTP_PORT", Ports.free() + "");
    values.put("HTTPS_PORT", port + "");
    values.put("TLS_CERTIFICATE", folder.resolve("certificate.pem").toString());
    values.put("TLS_CERTIFICATE_KEY", folder.resolve("key.pem").toString());
    values.put("SNIPPETS", shipped.resolve("snippets").toString());
    values.put("PID", folder.resolve("nginx.pid").toString());
    values.put("ACCESS_LOG", folder.resolve("access.log").toString());
    values.put("ERROR_LOG", folder.resolve("error.log").toString());
    values.put("CACHE", folder.resolve("cache").toString());
    values.put("TEMP", folder.resolve("temp").toString());
    values.put("ACME", folder.toString());
    return values;
  }

  private static String upstreams(List<Integer> ports) {
    return ports.stream()
        .map(port -> "server 127.0.0.1:" + port + " max_fails=3 fail_timeout=5s;")
        .collect(Collectors.joining(" "));
  }

  private static void certificate(Path folder) throws Exception {
    String request =
        "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout key.pem -out"
            + " certificate.pem";
    Child.run(List.of("sh", "-c", "cd '" + folder + "' && " + Programs.openssl() + " " + request));
  }

  @Override
  public void close() throws Exception {
    child.close();
  }
}
