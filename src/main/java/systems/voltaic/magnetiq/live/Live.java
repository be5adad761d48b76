package systems.voltaic.magnetiq.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.bus.Topics;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.token.Token;
import systems.voltaic.magnetiq.token.Tokens;

/** Tells open pages of the staff what happens while they are open. */
public final class Live {

  /** How this part reaches the others. */
  public interface Seams {
    /** What a session may do now, empty when it is over; it is asked all the time. */
    Future<Optional<Set<String>>> standing(UUID session);

    /** What people are called, by "person:…". */
    Future<Map<String, String>> names(Caller caller, Set<String> actors);

    Future<Tally> tally();

    /** To the other instances; may be lost. */
    void publish(String news);

    Future<Void> hear(Consumer<String> news);
  }

  /** What is counted for those who look after it. */
  public record Tally(long jobsWaiting, long jobsParked, long mailsFailed) {}

  private static final Logger LOG = LoggerFactory.getLogger(Live.class);
  private static final Caller CALLER = Caller.system("live");
  private static final String PURPOSE = "ws";
  private static final Duration TICKET = Duration.ofSeconds(30);
  private static final long WATCH_MILLIS = 400;
  private static final long COUNT_MILLIS = 3_000;
  private static final long PING_MILLIS = 30_000;
  private static final long REFRESH_MILLIS = 10_000;
  private static final long GATHER_MILLIS = 150;

  /** Who may hear that something of a kind changed. */
  private static final Map<String, String> HEARD_BY =
      Map.of(
          "settings", "settings:read",
          "people", "people:read",
          "roles", "roles:read",
          "jobs", "jobs:read",
          "mails", "mail:read",
          "pages", "content:read",
          "ticks", "system:read",
          "webhooks", "integrations:read",
          "sessions", "sessions:manage",
          "keys", "keys:manage");

  private record Ticket(UUID session) {}

  private final Vertx vertx;
  private final Db db;
  private final Tokens tokens;
  private final Seams seams;
  private final Hub hub;
  private final Presence presence;
  private final AtomicBoolean gathering = new AtomicBoolean();
  private volatile Tally latest;
  private volatile boolean counting;

  public Live(
      Vertx vertx,
      Db db,
      Tokens tokens,
      Clock clock,
      String instance,
      MeterRegistry meters,
      Seams seams) {
    this.vertx = vertx;
    this.db = db;
    this.tokens = tokens;
    this.seams = seams;
    this.hub = new Hub(meters);
    this.presence = new Presence(hub, instance, clock, seams::publish);
  }

  public Future<Void> start() {
    vertx.setPeriodic(WATCH_MILLIS, again -> watch());
    vertx.setPeriodic(COUNT_MILLIS, again -> count());
    vertx.setPeriodic(PING_MILLIS, again -> hub.ping());
    vertx.setPeriodic(REFRESH_MILLIS, again -> refresh());
    return Topics.CHANGED.subscribe(vertx, this::changed).compose(heard -> seams.hear(this::heard));
  }

  /** Everybody is sent to another instance. */
  public void drain() {
    hub.drain();
    presence.publish(false);
  }

  /** For one connection within half a minute. */
  Future<String> ticket(Caller caller) {
    var who = caller.person().orElseThrow(Live::noPerson);
    var session = who.session().orElseThrow(Live::noPerson);
    hub.requireRoom(who.person());
    return db.transaction(
        caller,
        tx -> tokens.issue(tx, PURPOSE, "person:" + who.person(), new Ticket(session), TICKET));
  }

  private static Fault noPerson() {
    return Fault.of(Fault.Kind.FORBIDDEN, "forbidden", "only for people who are signed in");
  }

  /** What becomes of the connection of who brings this ticket. */
  public Future<Consumer<ServerWebSocket>> admit(String secret) {
    return db.transaction(CALLER, tx -> tokens.use(tx, PURPOSE, secret))
        .map(found -> found.orElseThrow(Live::unknown))
        .compose(this::guest)
        .map(guest -> socket -> join(socket, guest));
  }

  private static Fault unknown() {
    return Fault.of(Fault.Kind.UNAUTHENTICATED, "unauthenticated", "the ticket is not good");
  }

  private Future<Guest> guest(Token token) {
    UUID person = UUID.fromString(token.subject().substring("person:".length()));
    UUID session = UUID.fromString(token.data().path("session").asText());
    hub.requireRoom(person);
    return Future.all(seams.standing(session), seams.names(CALLER, Set.of(token.subject())))
        .map(
            both -> {
              Optional<Set<String>> may = both.resultAt(0);
              Map<String, String> names = both.resultAt(1);
              return new Guest(
                  person,
                  session,
                  names.getOrDefault(token.subject(), ""),
                  may.orElseThrow(Live::unknown));
            });
  }

  private void join(ServerWebSocket socket, Guest guest) {
    Connection connection = hub.add(socket, guest, moved -> gather(), gone -> gather());
    connection.send(Frames.hello(seenBy(connection, presence.people())));
    if (latest == null) {
      count();
    } else {
      tell(connection, latest);
    }
  }

  private void changed(Topics.Changed change) {
    if (!hub.isEmpty()) {
      String permission = HEARD_BY.getOrDefault(change.what(), "*");
      hub.tell(guest -> guest.may(permission), Frames.changed(change.what(), change.id()));
    }
  }

  /** Moves that come together are told together. */
  private void gather() {
    if (gathering.compareAndSet(false, true)) {
      vertx.setTimer(GATHER_MILLIS, later -> tellMoves());
    }
  }

  private void tellMoves() {
    gathering.set(false);
    presence.publish(false);
    tellPresence();
  }

  private void tellPresence() {
    List<Frames.Present> people = presence.people();
    hub.all().forEach(one -> one.send(Frames.presence(seenBy(one, people))));
  }

  /** All for who may read about people; for who writes pages, those who are at the same one. */
  private static List<Frames.Present> seenBy(Connection one, List<Frames.Present> people) {
    Guest guest = one.guest();
    if (guest.may("people:read")) {
      return people;
    }
    return guest.may("content:read")
        ? people.stream().filter(present -> present.where().equals(one.where())).toList()
        : List.of();
  }

  private void heard(String news) {
    if (presence.hear(news, () -> presence.publish(false))) {
      tellPresence();
    }
  }

  private void refresh() {
    if (presence.forget()) {
      tellPresence();
    }
    if (!hub.isEmpty()) {
      presence.publish(false);
    }
  }

  /** While nobody can tell, nothing could have ended a session either. */
  private void watch() {
    for (Connection connection : hub.all()) {
      seams
          .standing(connection.guest().session())
          .onSuccess(may -> hub.stand(connection, may))
          .onFailure(away -> LOG.debug("a session could not be looked up", away));
    }
  }

  private void count() {
    if (hub.isEmpty()) {
      latest = null;
    } else if (!counting) {
      counting = true;
      seams
          .tally()
          .onSuccess(this::counted)
          .onFailure(away -> LOG.debug("nothing could be counted", away))
          .onComplete(done -> counting = false);
    }
  }

  private void counted(Tally tally) {
    Tally before = latest;
    latest = tally;
    if (!tally.equals(before)) {
      hub.all().forEach(connection -> tell(connection, tally));
    }
    if (before != null) {
      compare(before, tally);
    }
  }

  /** Jobs and mails also change without anybody's doing. */
  private void compare(Tally before, Tally now) {
    if (before.jobsWaiting() != now.jobsWaiting() || before.jobsParked() != now.jobsParked()) {
      changed(new Topics.Changed("jobs", null));
    }
    if (before.mailsFailed() != now.mailsFailed()) {
      changed(new Topics.Changed("mails", null));
    }
  }

  private static void tell(Connection connection, Tally tally) {
    Guest guest = connection.guest();
    var jobs =
        guest.may("jobs:read") ? new Frames.Jobs(tally.jobsWaiting(), tally.jobsParked()) : null;
    var mails = guest.may("mail:read") ? new Frames.Mails(tally.mailsFailed()) : null;
    if (jobs != null || mails != null) {
      connection.send(Frames.counts(jobs, mails));
    }
  }
}
