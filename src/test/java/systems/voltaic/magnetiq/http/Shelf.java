package systems.voltaic.magnetiq.http;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.fault.Fault;

/** A made-up feature that serves the test contract. */
final class Shelf implements Routes {

  static final UUID BOOK = UUID.fromString("0198f000-0000-7000-8000-000000000001");

  final AtomicInteger effects = new AtomicInteger();
  volatile Function<Call, Future<Answer>> adding = this::count;
  volatile Supplier<Future<Answer>> failure = () -> Future.failedFuture("broken on purpose");

  @Override
  public void mount(Api api) {
    api.on("listBooks", call -> ok(Map.of("query", call.query())))
        .on("addBook", call -> adding.apply(call))
        .on("newestBook", call -> ok(Map.of("title", "newest")))
        .on("getBook", this::get)
        .on("changeBook", call -> ok(Map.of("version", call.ifMatch().orElseThrow())))
        .on("fail", call -> failure.get())
        .on("onlyStaff", call -> ok(Map.of("actor", call.caller().actor())))
        .on("staffWrites", call -> ok(Map.of("actor", call.caller().actor())))
        .on("rare", call -> ok(Map.of()));
  }

  private Future<Answer> count(Call call) {
    int number = effects.incrementAndGet();
    return Future.succeededFuture(
        Answer.created("/api/v1/books/" + BOOK, Map.of("number", number, "draft", call.body())));
  }

  private Future<Answer> get(Call call) {
    return call.pathId("id").equals(BOOK)
        ? Future.succeededFuture(Answer.ok(Map.of("id", BOOK)).version(7))
        : Future.failedFuture(Fault.notFound("book", call.path("id")));
  }

  static Future<Answer> gone() {
    return Future.failedFuture(Fault.of(Fault.Kind.GONE, "gone", "it was here"));
  }

  static Future<Answer> busy() {
    return Future.failedFuture(
        Fault.unavailable("unavailable", "come back", Duration.ofMillis(1500)));
  }

  private static Future<Answer> ok(Object value) {
    return Future.succeededFuture(Answer.ok(value));
  }
}
