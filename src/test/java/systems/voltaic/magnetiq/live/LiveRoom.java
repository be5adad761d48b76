package systems.voltaic.magnetiq.live;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Identity;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.bus.EventCodec;
import systems.voltaic.magnetiq.db.PgDb;
import systems.voltaic.magnetiq.db.RecentWriters;
import systems.voltaic.magnetiq.testkit.DbConfigs;
import systems.voltaic.magnetiq.token.Tokens;

/** One instance's live part on a bare server, with people made up by the test. */
final class LiveRoom implements AutoCloseable, Live.Seams {

  final Vertx vertx = Vertx.vertx();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final Map<UUID, Set<String>> sessions = new ConcurrentHashMap<>();
  final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
  final URI database;
  final PgDb db;
  final Live live;
  final int port;
  volatile Live.Tally tally = new Live.Tally(1, 2, 3);
  volatile boolean databaseAway;

  LiveRoom(URI database) {
    this.database = database;
    EventCodec.register(vertx);
    db = PgDb.open(vertx, DbConfigs.to(database), 2, RecentWriters.none(), meters);
    var tokens = new Tokens(new SecureRandom(), Clock.systemUTC());
    live =
        new Live(vertx, db, tokens, Clock.systemUTC(), UUID.randomUUID().toString(), meters, this);
    live.start().await();
    port =
        vertx
            .createHttpServer(new HttpServerOptions().setWebSocketClosingTimeout(2))
            .requestHandler(
                request -> {
                  request.pause();
                  live.admit(request.getParam("ticket"))
                      .compose(guest -> request.toWebSocket().onSuccess(guest::accept))
                      .onFailure(no -> request.response().setStatusCode(401).end());
                })
            .listen(0)
            .map(HttpServer::actualPort)
            .await();
  }

  Caller person(UUID session, String... permissions) {
    sessions.put(session, Set.of(permissions));
    var identity = new Identity(session, Optional.of(session), 20, Instant.EPOCH);
    return new Caller(
        "person:" + session,
        "person:" + session,
        "request-1",
        "openLive",
        Language.EN,
        Set.of(permissions),
        Optional.of(identity));
  }

  OpenPage open(UUID session, String... permissions) {
    return OpenPage.at(vertx, port, live.ticket(person(session, permissions)).await());
  }

  @Override
  public Future<Optional<Set<String>>> standing(UUID session) {
    return databaseAway
        ? Future.failedFuture("away")
        : Future.succeededFuture(Optional.ofNullable(sessions.get(session)));
  }

  @Override
  public Future<Map<String, String>> names(Caller caller, Set<String> actors) {
    String actor = actors.iterator().next();
    return Future.succeededFuture(Map.of(actor, "Ada " + actor.substring(actor.length() - 2)));
  }

  @Override
  public Future<Live.Tally> tally() {
    return Future.succeededFuture(tally);
  }

  @Override
  public void publish(String news) {
    listeners.forEach(listener -> listener.accept(news));
  }

  @Override
  public Future<Void> hear(Consumer<String> news) {
    return Future.succeededFuture();
  }

  @Override
  public void close() {
    // Nobody waits: a page that does not read would hold it for half a minute.
    vertx.close();
  }
}
