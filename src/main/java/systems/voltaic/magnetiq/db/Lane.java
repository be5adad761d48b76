package systems.voltaic.magnetiq.db;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.net.URI;
import java.util.HashMap;
import java.util.concurrent.TimeUnit;

/** The connections of one event loop. */
record Lane(SqlClient reads, Pool writes) {

  static Lane open(Vertx vertx, DbConfig config, Budget budget, int loop) {
    return new Lane(
        pipelined(vertx, config, config.url(), "reads-" + loop),
        pool(vertx, config, "writes-" + loop, budget.writesPerLoop()));
  }

  /** Reads only: pipelined autocommit writes would lose group commit. Deadlines are kept above. */
  static SqlClient pipelined(Vertx vertx, DbConfig config, URI server, String name) {
    return pipelined(vertx, config, server, name, new GatheredFlushes());
  }

  static SqlClient pipelined(
      Vertx vertx, DbConfig config, URI server, String name, Handler<SqlConnection> prepare) {
    return PgBuilder.client()
        .using(vertx)
        .with(options(config, name, 1).setConnectionTimeout(0))
        .with(transport(config))
        .connectingTo(connect(config, server))
        .withConnectHandler(prepare)
        .build();
  }

  static Pool pool(Vertx vertx, DbConfig config, String name, int size) {
    return PgBuilder.pool()
        .using(vertx)
        .with(options(config, name, size))
        .with(transport(config))
        .connectingTo(connect(config, config.url()))
        .build();
  }

  static PgConnectOptions connect(DbConfig config, URI server) {
    var options = PgConnectOptions.fromUri(server.toString());
    options
        .setCachePreparedStatements(!config.pgbouncer())
        .setPreparedStatementCacheMaxSize(512)
        .setUseLayer7Proxy(config.pgbouncer())
        .setPipeliningLimit(256)
        .setSslMode(SslMode.valueOf(config.sslMode().name()))
        .setProperties(properties(config));
    if (config.sslMode() != DbConfig.SslMode.DISABLE) {
      options.setSslOptions(ssl(config));
    }
    return options;
  }

  private static HashMap<String, String> properties(DbConfig config) {
    var properties = new HashMap<String, String>();
    properties.put("application_name", config.applicationName());
    properties.put("client_encoding", "utf-8");
    properties.put("TimeZone", "UTC");
    if (!config.pgbouncer()) {
      String limit = Long.toString(config.statementTimeout().toMillis());
      properties.put("statement_timeout", limit);
      properties.put("idle_in_transaction_session_timeout", limit);
    }
    return properties;
  }

  private static ClientSSLOptions ssl(DbConfig config) {
    var ssl = new ClientSSLOptions();
    config
        .sslRootCertificate()
        .ifPresentOrElse(
            pem -> ssl.setTrustOptions(new PemTrustOptions().addCertValue(Buffer.buffer(pem))),
            () -> ssl.setTrustAll(config.sslMode().compareTo(DbConfig.SslMode.REQUIRE) <= 0));
    boolean named = config.sslMode() == DbConfig.SslMode.VERIFY_FULL;
    return ssl.setHostnameVerificationAlgorithm(named ? "HTTPS" : "");
  }

  private static PoolOptions options(DbConfig config, String name, int size) {
    return new PoolOptions()
        .setName(name)
        .setMaxSize(size)
        .setMaxWaitQueueSize(config.maxWaitQueue())
        .setConnectionTimeout((int) config.connectTimeout().toMillis())
        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
        .setIdleTimeout((int) config.idleTimeout().toMillis())
        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
        .setMaxLifetime((int) config.lifetime().toMillis())
        .setMaxLifetimeUnit(TimeUnit.MILLISECONDS);
  }

  /** The last setting ends a connection whose peer is gone without a word. */
  private static NetClientOptions transport(DbConfig config) {
    return new NetClientOptions()
        .setConnectTimeout((int) config.connectTimeout().toMillis())
        .setTcpNoDelay(true)
        .setTcpKeepAlive(true)
        .setTcpUserTimeout((int) config.statementTimeout().toMillis() + 1000);
  }
}
