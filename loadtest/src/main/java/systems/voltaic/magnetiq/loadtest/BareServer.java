package systems.voltaic.magnetiq.loadtest;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/**
 * The reference: the same statement behind a bare handler, with none of the platform's features.
 */
public final class BareServer extends VerticleBase {

  private static final String BY_ID =
      """
      SELECT id, url, events, active, version, created_at
        FROM webhook
       WHERE id = $1::uuid
      """;

  private final int port;
  private final String database;
  private PreparedQuery<RowSet<Row>> byId;

  private BareServer(int port, String database) {
    this.port = port;
    this.database = database;
  }

  public static void main(String[] arguments) {
    int loops = Runtime.getRuntime().availableProcessors();
    var vertx =
        Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops).setPreferNativeTransport(true));
    int port = Integer.parseInt(arguments[0]);
    vertx
        .deployVerticle(
            () -> new BareServer(port, arguments[1]), new DeploymentOptions().setInstances(loops))
        .await();
  }

  @Override
  public Future<?> start() {
    var options =
        PgConnectOptions.fromUri(database).setCachePreparedStatements(true).setPipeliningLimit(256);
    byId =
        PgBuilder.client()
            .using(vertx)
            .with(new PoolOptions().setMaxSize(1))
            .connectingTo(options)
            .build()
            .preparedQuery(BY_ID);
    return vertx.createHttpServer().requestHandler(this::answer).listen(port, "127.0.0.1");
  }

  private void answer(HttpServerRequest request) {
    String path = request.path();
    UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    byId.execute(Tuple.of(id))
        .onSuccess(rows -> write(request, rows.iterator().next()))
        .onFailure(failure -> request.response().setStatusCode(500).end());
  }

  private static void write(HttpServerRequest request, Row row) {
    var json =
        new JsonObject()
            .put("id", row.getUUID("id").toString())
            .put("url", row.getString("url"))
            .put("events", JsonArray.of((Object[]) row.getArrayOfStrings("events")))
            .put("active", row.getBoolean("active"))
            .put("version", row.getLong("version"))
            .put("createdAt", row.getOffsetDateTime("created_at").toInstant());
    request.response().putHeader("content-type", "application/json").end(json.toBuffer());
  }
}
