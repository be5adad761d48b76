package systems.voltaic.magnetiq.http;

import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.util.concurrent.TimeUnit;

/** How every HTTP server of this program is set up. */
public final class ServerOptions {

  public static HttpServerOptions of(HttpConfig config) {
    var options =
        new HttpServerOptions()
            .setHost(config.host())
            .setPort(config.port())
            .setIdleTimeout(75)
            .setIdleTimeoutUnit(TimeUnit.SECONDS)
            .setAcceptBacklog(4096)
            .setTcpNoDelay(true)
            .setHttp2ClearTextEnabled(false)
            .setDecompressionSupported(false)
            .setCompressionSupported(false)
            .setPerMessageWebSocketCompressionSupported(false)
            .setPerFrameWebSocketCompressionSupported(false)
            .setMaxInitialLineLength(8192)
            .setMaxHeaderSize(16_384)
            .setMaxChunkSize(16_384)
            .setMaxFormFields(100)
            .setMaxFormAttributeSize(65_536)
            .setMaxFormBufferedBytes(8192)
            .setWebSocketClosingTimeout(2)
            .setMaxWebSocketFrameSize(65_536)
            .setMaxWebSocketMessageSize(262_144);
    if (config.tls()) {
      options
          .setSsl(true)
          .setUseAlpn(true)
          .setKeyCertOptions(
              new PemKeyCertOptions()
                  .addCertPath(config.tlsCertificate().orElseThrow().toString())
                  .addKeyPath(config.tlsKey().orElseThrow().toString()));
    }
    return options;
  }

  private ServerOptions() {}
}
