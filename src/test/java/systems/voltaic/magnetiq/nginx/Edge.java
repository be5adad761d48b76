package systems.voltaic.magnetiq.nginx;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import systems.voltaic.magnetiq.testkit.NginxProcess;
import systems.voltaic.magnetiq.testkit.RawBackend;
import systems.voltaic.magnetiq.testkit.RawSocket;
import systems.voltaic.magnetiq.testkit.RawSocket.Answer;

/** The production edge in front of one backend that records what reaches it. */
record Edge(RawBackend backend, NginxProcess nginx) implements AutoCloseable {
  static final Duration SOON = Duration.ofSeconds(5);
  static final Map<String, String> UNLIMITED =
      Map.of("API_RATE", "100000r/s", "API_BURST", "1000", "LOGIN_RATE", "100000r/s");

  static Edge start(Path folder, Map<String, String> variables) {
    return start(folder, variables, request -> RawBackend.ok("", "ok"));
  }

  static Edge start(
      Path folder, Map<String, String> variables, Function<RawBackend.Request, String> answers) {
    var backend = RawBackend.answering(answers);
    var all = new HashMap<>(upstreams(backend.port()));
    all.putAll(variables);
    return new Edge(backend, NginxProcess.start("prod.conf.template", folder, all));
  }

  static Map<String, String> upstreams(int... ports) {
    var servers = new StringBuilder();
    for (var port : ports) {
      servers.append("server 127.0.0.1:%d max_fails=3 fail_timeout=5s; ".formatted(port));
    }
    return Map.of("SITE_UPSTREAMS", servers.toString(), "API_UPSTREAMS", servers.toString());
  }

  RawSocket connect() {
    return RawSocket.tlsTo(nginx.httpsPort(), "example.test");
  }

  Answer get(String path) {
    return send("GET", path, "", "");
  }

  Answer send(String method, String path, String headers, String body) {
    try (var socket = connect()) {
      return socket.send(request(method, path, headers, body)).answer(SOON);
    }
  }

  static String request(String method, String path, String headers, String body) {
    var length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
    return "%s %s HTTP/1.1\r\nHost: example.test\r\n%s%s\r\n%s"
        .formatted(method, path, length, headers, body);
  }

  @Override
  public void close() {
    nginx.close();
    backend.close();
  }
}
