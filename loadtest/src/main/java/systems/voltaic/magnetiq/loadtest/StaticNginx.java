package systems.voltaic.magnetiq.loadtest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The reference for pages and assets: nginx with the same bytes as files, and its access log. */
final class StaticNginx implements AutoCloseable {

  private static final String CONFIGURATION =
      """
      daemon off;
      user root;
      worker_processes %d;
      pid nginx.pid;
      error_log error.log;
      events { worker_connections 4096; }
      http {
        include /etc/nginx/mime.types;
        access_log access.log;
        client_body_temp_path temp;
        sendfile on;
        gzip_static on;
        tcp_nopush on;
        keepalive_requests 100000000;
        open_file_cache max=100;
        server { listen 127.0.0.1:%d; root files; }
      }
      """;

  private final Child child;
  private final int port;

  private StaticNginx(Child child, int port) {
    this.child = child;
    this.port = port;
  }

  static StaticNginx start(Path folder, Map<String, byte[]> files) throws Exception {
    Files.createDirectories(folder.resolve("files"));
    for (var file : files.entrySet()) {
      Path plain = folder.resolve("files").resolve(file.getKey());
      Files.write(plain, file.getValue());
      Child.run(List.of("gzip", "-k", "-9", plain.toString()));
    }
    int port = Ports.free();
    int workers = Runtime.getRuntime().availableProcessors();
    Path configuration = folder.resolve("nginx.conf");
    Files.writeString(configuration, CONFIGURATION.formatted(workers, port));
    var command =
        List.of(
            Programs.nginx().toString(),
            "-e",
            "stderr",
            "-p",
            folder.toString(),
            "-c",
            configuration.toString());
    return new StaticNginx(Child.start(folder.resolve("nginx.log"), Map.of(), command), port);
  }

  String url(String file) {
    return "http://127.0.0.1:" + port + "/" + file;
  }

  Child child() {
    return child;
  }

  @Override
  public void close() throws Exception {
    child.close();
  }
}
