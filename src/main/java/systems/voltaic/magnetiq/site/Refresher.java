package systems.voltaic.magnetiq.site;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import systems.voltaic.magnetiq.cache.Subject;

/** Makes the busiest pages anew as soon as something they are made from changes. */
final class Refresher {

  private static final int MOST = 30;

  // A burst of changes is one; visitors who come meanwhile get their page made first.
  private static final long GATHER_MILLIS = 20;

  private final Vertx vertx;
  private final PageAnswers pages;
  private final Busiest busiest;
  private final Set<String> tags;
  private final AtomicBoolean waiting = new AtomicBoolean();
  private final AtomicBoolean working = new AtomicBoolean();

  Refresher(Vertx vertx, PageAnswers pages, Busiest busiest, Set<String> tags) {
    this.vertx = vertx;
    this.pages = pages;
    this.busiest = busiest;
    this.tags = tags;
  }

  void changed(String tag) {
    boolean ours = tags.contains(tag) || tag.equals(Subject.EVERYTHING);
    if (ours && waiting.compareAndSet(false, true)) {
      vertx.setTimer(GATHER_MILLIS, now -> begin());
    }
  }

  private void begin() {
    if (!working.compareAndSet(false, true)) {
      vertx.setTimer(GATHER_MILLIS, later -> begin());
      return;
    }
    waiting.set(false);
    next(busiest.most(MOST).iterator()).onComplete(end -> working.set(false));
  }

  /** One after the other, so that the renderer is free for whoever waits. */
  private Future<Void> next(Iterator<String> paths) {
    return paths.hasNext()
        ? prepare(paths.next()).transform(done -> next(paths))
        : Future.succeededFuture();
  }

  private Future<Void> prepare(String path) {
    return Address.of(path).map(pages::prepare).orElseGet(Future::succeededFuture);
  }
}
