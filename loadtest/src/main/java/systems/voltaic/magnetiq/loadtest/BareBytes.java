package systems.voltaic.magnetiq.loadtest;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The reference for finished answers: a bare handler that sends the same bytes to everybody. */
public final class BareBytes extends VerticleBase {

  private final int port;
  private final String type;
  private final Buffer bytes;

  private BareBytes(int port, String type, Buffer bytes) {
    this.port = port;
    this.type = type;
    this.bytes = bytes;
  }

  public static void main(String[] arguments) throws IOException {
    int loops = Runtime.getRuntime().availableProcessors();
    var vertx =
        Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops).setPreferNativeTransport(true));
    int port = Integer.parseInt(arguments[0]);
    Buffer bytes = Buffer.buffer(Files.readAllBytes(Path.of(arguments[2])));
    vertx
        .deployVerticle(
            () -> new BareBytes(port, arguments[1], bytes),
            new DeploymentOptions().setInstances(loops))
        .await();
  }

  @Override
  public Future<?> start() {
    return vertx
        .createHttpServer()
        .requestHandler(
            request -> request.response().putHeader("content-type", type).end(bytes.copy()))
        .listen(port, "127.0.0.1");
  }
}
