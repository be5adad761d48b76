package systems.voltaic.magnetiq.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import org.junit.jupiter.api.Test;

final class BindingTest {

  private static final Contract CONTRACT =
      Contract.of(
          """
          openapi: 3.1.0
          servers: [{url: 'http://localhost/api/v1'}]
          paths:
            /a: {get: {operationId: getA, responses: {}}}
            /b: {get: {operationId: getB, responses: {}}}
          """,
          1000);

  @Test
  void acceptsEqualSets() {
    Binding.check(CONTRACT, Permissions.of("{getA: public, getB: 'b:read'}"), api("getA", "getB"));
  }

  @Test
  void namesAnOperationThatNothingServes() {
    assertThatThrownBy(() -> check("{getA: public, getB: public}", "getA"))
        .hasMessage("nothing is bound to getB");
  }

  @Test
  void namesAnOperationWithoutPermission() {
    assertThatThrownBy(() -> check("{getA: public}", "getA", "getB"))
        .hasMessage("permissions.yaml has no line for getB");
  }

  @Test
  void namesWhatTheContractLacks() {
    assertThatThrownBy(
            () -> check("{getA: public, getB: public, getD: public}", "getA", "getB", "getC"))
        .hasMessage("the contract lacks getC; permissions.yaml names unknown getD");
  }

  private static void check(String permissions, String... bound) {
    Binding.check(CONTRACT, Permissions.of(permissions), api(bound));
  }

  private static Api api(String... ids) {
    var api = new Api();
    for (String id : ids) {
      api.on(id, call -> Future.succeededFuture(Answer.noContent()));
    }
    return api;
  }
}
