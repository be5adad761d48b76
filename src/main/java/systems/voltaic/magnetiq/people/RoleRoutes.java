package systems.voltaic.magnetiq.people;

import io.vertx.core.Future;
import java.util.List;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Api;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.http.Routes;

/** Roles over HTTP. */
final class RoleRoutes implements Routes {

  private record Items(List<?> items) {}

  private final Roles roles;

  RoleRoutes(Roles roles) {
    this.roles = roles;
  }

  @Override
  public void mount(Api api) {
    api.on("listRoles", call -> roles.list(call.caller()).map(RoleRoutes::items))
        .on("listPermissions", call -> Future.succeededFuture(items(roles.permissions())))
        .on("getRole", call -> roles.byId(call.caller(), call.pathId("id")).map(RoleRoutes::whole))
        .on("createRole", this::create)
        .on("updateRole", this::update)
        .on("deleteRole", this::delete);
  }

  private Future<Answer> create(Call call) {
    return roles
        .create(call.caller(), call.body(Role.Draft.class))
        .map(made -> Answer.created("/api/v1/roles/" + made.id(), made).version(made.version()));
  }

  private Future<Answer> update(Call call) {
    var patch = call.body(Role.Patch.class);
    return roles
        .update(call.caller(), call.pathId("id"), patch, call.ifMatch().orElseThrow())
        .map(RoleRoutes::whole);
  }

  private Future<Answer> delete(Call call) {
    return roles
        .delete(call.caller(), call.pathId("id"), call.ifMatch().orElseThrow())
        .map(done -> Answer.noContent());
  }

  private static Answer items(List<?> items) {
    return Answer.ok(new Items(items));
  }

  private static Answer whole(Role role) {
    return Answer.ok(role).version(role.version());
  }
}
