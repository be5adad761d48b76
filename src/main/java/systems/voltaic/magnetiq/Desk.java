package systems.voltaic.magnetiq;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Finder;
import systems.voltaic.magnetiq.http.HttpMetrics;
import systems.voltaic.magnetiq.http.Mount;
import systems.voltaic.magnetiq.http.RateLimiter;
import systems.voltaic.magnetiq.http.Routes;
import systems.voltaic.magnetiq.http.SocketMount;
import systems.voltaic.magnetiq.job.OpenJobs;
import systems.voltaic.magnetiq.live.Live;
import systems.voltaic.magnetiq.live.LiveRoutes;
import systems.voltaic.magnetiq.live.Search;
import systems.voltaic.magnetiq.mail.Mails;
import systems.voltaic.magnetiq.people.session.Names;
import systems.voltaic.magnetiq.token.Tokens;

/** What the open pages of the staff are told, and what they find. */
final class Desk implements Live.Seams {

  private static final String CHANNEL = "mq:presence";
  private static final Caller CALLER = Caller.system("live");

  private final Kernel kernel;
  private final Staff staff;
  private final OpenJobs jobs;
  private final Mails mails;
  private final Names names;
  private final Live live;
  private final Search search;

  Desk(Kernel kernel, Staff staff, OpenJobs jobs, Mails mails, List<Finder> finders) {
    this.kernel = kernel;
    this.staff = staff;
    this.jobs = jobs;
    this.mails = mails;
    this.names = new Names(kernel.db());
    this.live =
        new Live(
            kernel.vertx(),
            kernel.db(),
            new Tokens(kernel.random(), kernel.clock()),
            kernel.clock(),
            kernel.ids().get().toString(),
            kernel.meters(),
            this);
    this.search = new Search(finders);
  }

  Future<Void> start() {
    return live.start();
  }

  void drain() {
    live.drain();
  }

  Routes routes() {
    return new LiveRoutes(live, search);
  }

  Mount socket(RateLimiter limiter, HttpMetrics metrics) {
    return new SocketMount("/ws", kernel.config().http(), live::admit, limiter, metrics);
  }

  @Override
  public Future<Optional<Set<String>>> standing(UUID session) {
    return staff.standing(session);
  }

  @Override
  public Future<Map<String, String>> names(Caller caller, Set<String> actors) {
    return names.of(caller, actors);
  }

  @Override
  public Future<Live.Tally> tally() {
    return Future.all(jobs.open(CALLER), mails.failed(CALLER))
        .map(both -> tally(both.resultAt(0), both.resultAt(1)));
  }

  private static Live.Tally tally(OpenJobs.Open jobs, Long failed) {
    return new Live.Tally(jobs.waiting(), jobs.parked(), failed);
  }

  @Override
  public void publish(String news) {
    kernel.redis().publish(CHANNEL, news);
  }

  @Override
  public Future<Void> hear(Consumer<String> news) {
    return kernel.redis().subscribe(CHANNEL, news);
  }
}
