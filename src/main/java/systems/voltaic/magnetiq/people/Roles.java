package systems.voltaic.magnetiq.people;

import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Identity;
import systems.voltaic.magnetiq.audit.Audit;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.people.session.Rights;
import systems.voltaic.magnetiq.people.session.Sessions;

/** What people may do, under names: some built in, others made by those who may. */
final class Roles {

  private static final int MOST = 100;

  private final Db db;
  private final Supplier<UUID> ids;
  private final Audit audit;
  private final Rights rights;
  private final Sessions sessions;
  private final Ground ground;
  private final RoleSql sql;

  Roles(Db db, Supplier<UUID> ids, Audit audit, Rights rights, Sessions sessions, Ground ground) {
    this.db = db;
    this.ids = ids;
    this.audit = audit;
    this.rights = rights;
    this.sessions = sessions;
    this.ground = ground;
    this.sql = ground.roles();
  }

  /**
   * Something that may be allowed.
   *
   * @param lowest the lowest built-in role that has it
   * @param group what it is about
   */
  record Permission(String name, String lowest, String group) {}

  Future<List<Role>> list(Caller caller) {
    return sql.list(db.reads(caller));
  }

  Future<Role> byId(Caller caller, UUID id) {
    return sql.byId(db.reads(caller), id);
  }

  List<Permission> permissions() {
    return rights.lowest().entrySet().stream()
        .map(Roles::permission)
        .sorted(Comparator.comparing(Permission::name))
        .toList();
  }

  private static Permission permission(Map.Entry<String, String> entry) {
    String name = entry.getKey();
    return new Permission(name, entry.getValue(), name.substring(0, name.indexOf(':')));
  }

  Future<Role> create(Caller caller, Role.Draft draft) {
    checked(draft);
    return db.transaction(
        caller,
        tx ->
            ground
                .hold(tx, List.of())
                .compose(held -> create(tx, held, draft))
                .compose(made -> noted(tx, "roles.created", null, made)));
  }

  private Future<Role> create(Tx tx, Held held, Role.Draft draft) {
    UUID id = ids.get();
    requireMaking(held, draft, List.of());
    ground.requireProof(tx, draft.rank(), draft.permissions());
    return sql.count(tx)
        .map(Roles::room)
        .compose(room -> sql.insert(tx, id, draft))
        .compose(made -> sql.byId(tx, id));
  }

  Future<Role> update(Caller caller, UUID id, Role.Patch patch, long seen) {
    return db.transaction(
        caller,
        tx ->
            ground
                .hold(tx, List.of())
                .compose(
                    held -> own(tx, held, id, seen).compose(now -> update(tx, held, now, patch))));
  }

  private Future<Role> update(Tx tx, Held held, Role now, Role.Patch patch) {
    Role.Draft to = patch.on(now);
    checked(to);
    requireMaking(held, to, now.permissions());
    boolean rises = to.allowsMoreThan(now);
    if (rises) {
      ground.requireProof(tx, to.rank(), to.permissions());
    }
    return sql.update(tx, now.id(), to)
        .compose(done -> rises ? signOut(tx, now) : sessions.rightsChanged(tx))
        .compose(told -> sql.byId(tx, now.id()))
        .compose(after -> noted(tx, "roles.updated", now, after));
  }

  /** Who may do more signs in again; but who changes the role gains nothing, and goes on. */
  private Future<Void> signOut(Tx tx, Role role) {
    var own = tx.caller().person().flatMap(Identity::session);
    return sessions.endAllOfRole(tx, role.id(), "roles-changed", own);
  }

  Future<Void> delete(Caller caller, UUID id, long seen) {
    return db.transaction(
        caller,
        tx ->
            ground
                .hold(tx, List.of())
                .compose(held -> own(tx, held, id, seen))
                .compose(role -> delete(tx, role)));
  }

  private Future<Void> delete(Tx tx, Role role) {
    if (role.people() > 0) {
      throw RoleSql.used();
    }
    return sql.delete(tx, role.id())
        .compose(gone -> noted(tx, "roles.deleted", role, null))
        .mapEmpty();
  }

  /** One that was made here and stands below who asks. */
  private Future<Role> own(Tx tx, Held held, UUID id, long seen) {
    return sql.lock(tx, id).map(role -> own(held, role, seen));
  }

  private static Role own(Held held, Role role, long seen) {
    if (role.builtIn()) {
      throw Fault.conflict("role-built-in", "this role is part of the program");
    }
    if (!held.authority().isAbove(role.rank())) {
      throw Fault.of(Fault.Kind.FORBIDDEN, "rank", "this role is not below your own");
    }
    if (role.version() != seen) {
      throw Fault.stale(seen, role.version());
    }
    return role;
  }

  private static void requireMaking(Held held, Role.Draft draft, List<String> before) {
    var added = draft.permissions().stream().filter(p -> !before.contains(p)).toList();
    if (!held.authority().gives(draft.rank(), added)) {
      throw Fault.of(
          Fault.Kind.FORBIDDEN,
          "role-beyond",
          "a role must stand below your own and may hold only what you may do yourself");
    }
  }

  private void checked(Role.Draft draft) {
    var unknown = draft.permissions().stream().filter(p -> !rights.all().contains(p)).findFirst();
    if (unknown.isPresent()) {
      throw Wrong.field("/permissions", "permission-unknown", "names an unknown permission");
    }
  }

  private static long room(long count) {
    if (count >= MOST) {
      throw Fault.conflict("roles-full", "there are as many roles as there may be");
    }
    return count;
  }

  private Future<Role> noted(Tx tx, String action, Role before, Role after) {
    String subject = (after == null ? before : after).subject();
    return audit.record(tx, action, subject, before, after).map(after);
  }
}
