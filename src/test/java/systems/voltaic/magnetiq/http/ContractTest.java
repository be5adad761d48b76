package systems.voltaic.magnetiq.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import systems.voltaic.magnetiq.json.Table;

final class ContractTest {

  private static final Vertx VERTX = Vertx.vertx();

  @AfterAll
  static void close() {
    VERTX.close().await();
  }

  @Test
  void isValidOpenApi() {
    var ours = Contract.packaged(1000);
    var theirs = OpenAPIContract.from(VERTX, withoutProblems(ours)).await();
    assertThat(ours.operations().stream().map(Operation::id))
        .containsExactlyInAnyOrderElementsOf(
            theirs.operations().stream().map(o -> o.getOperationId()).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"openapi", "permissions", "roles"})
  void readsWhatTheBuildMadeOfTheFiles(String name) {
    assertThat(Table.named(name)).isEqualTo(Contract.yaml(Contract.resource("/" + name + ".yaml")));
  }

  /** The library knows neither media type, and has nothing else against the contract. */
  private static JsonObject withoutProblems(Contract contract) {
    String text = contract.root().toString();
    return new JsonObject(
        text.replace("application/problem+json", "application/json")
            .replace("application/merge-patch+json", "application/json"));
  }

  @Test
  void hasALineOfPermissionForEveryOperation() {
    assertThat(Permissions.packaged().lines().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Contract.packaged(1000).operations().stream().map(Operation::id).toList());
  }

  @Test
  void namesOnlyLimitsThatExist() {
    assertThat(Permissions.packaged().lines().values())
        .allMatch(
            line ->
                line.limit().equals(Bound.UNLIMITED)
                    || Limits.defaults().rules().containsKey(line.limit()));
  }

  @Test
  void boundsEveryStringAndListThatIsSent() {
    for (Operation operation : Contract.packaged(1000).operations()) {
      if (operation.body() != null) {
        assertThat(SchemaBounds.unbounded(Contract.packaged(1000).root(), operation.id()))
            .as(operation.id())
            .isEmpty();
      }
    }
  }
}
