package systems.voltaic.magnetiq.people;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.http.Routes;
import systems.voltaic.magnetiq.people.login.Invitations;
import systems.voltaic.magnetiq.people.session.Me;
import systems.voltaic.magnetiq.people.session.RecentProof;
import systems.voltaic.magnetiq.people.session.Rights;
import systems.voltaic.magnetiq.people.session.Sessions;
import systems.voltaic.magnetiq.token.Tokens;

/** People, their roles and their profiles: the parts of this folder, put together. */
public final class Crew {

  /** What all of it stands on. */
  public record Base(Db db, Audit audit, Supplier<UUID> ids, Clock clock) {}

  /** How people get in. */
  public record Doors(
      Rights rights,
      Sessions sessions,
      RecentProof proof,
      Tokens tokens,
      Invitations invitations,
      FactorReset factors,
      Function<Caller, Future<Me>> me) {}

  private final Purge purge;
  private final List<Routes> routes;

  public Crew(Base on, Doors doors, Announcement announcement) {
    var ground = new Ground(doors.rights(), doors.sessions(), doors.proof());
    var chronicle = new Chronicle(on.audit(), announcement);
    var people = new People(on.db(), on.ids(), ground, chronicle, doors.invitations());
    var acts =
        new PersonActs(
            on.db(),
            ground,
            chronicle,
            doors.sessions(),
            doors.tokens(),
            doors.factors(),
            on.clock());
    purge = new Purge(on.db(), ground, chronicle, on.clock());
    var roles = new Roles(on.db(), on.ids(), on.audit(), doors.rights(), doors.sessions(), ground);
    routes =
        List.of(
            new PersonRoutes(people, acts, purge),
            new RoleRoutes(roles),
            new ProfileRoutes(new Profiles(on.db(), chronicle), doors.me()));
  }

  /** Forgets who was deleted and not brought back. */
  public Purge purge() {
    return purge;
  }

  public List<Routes> routes() {
    return routes;
  }
}
