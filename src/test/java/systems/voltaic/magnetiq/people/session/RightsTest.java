package systems.voltaic.magnetiq.people.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.http.Permissions;

class RightsTest {

  private static final Set<String> ASKED = Permissions.packaged().asked();

  private final Rights rights = Rights.packaged(ASKED);

  @Test
  void givesAHigherRoleEverythingOfTheLowerOnes() {
    assertThat(rights.ofBuiltIn("viewer")).contains("content:read").doesNotContain("content:write");
    assertThat(rights.ofBuiltIn("editor"))
        .containsAll(rights.ofBuiltIn("viewer"))
        .doesNotContain("people:read");
    assertThat(rights.ofBuiltIn("admin")).contains("keys:manage").doesNotContain("system:manage");
    assertThat(rights.ofBuiltIn("super_admin")).isEqualTo(rights.all());
  }

  @Test
  void keepsRolesOfTheSameRankApart() {
    assertThat(rights.ofBuiltIn("consultant")).containsExactly("consulting:own");
    assertThat(rights.ofBuiltIn("nobody")).isEmpty();
  }

  @Test
  void addsUpRolesAndKnowsNoOtherWords() {
    var custom = List.of("mail:read", "self", "*", "no:such");

    assertThat(rights.of(List.of("consultant"), custom))
        .containsExactlyInAnyOrder("consulting:own", "mail:read");
  }

  @Test
  void isRefusedWithoutALineForWhatOperationsAskFor() {
    assertThatThrownBy(
            () ->
                Rights.of(Map.of("viewer", List.of("content:read")), Set.of("content:read", "a:b")))
        .hasMessage("roles.yaml has no line for a:b");
  }

  @Test
  void isRefusedWithTwoLinesForTheSame() {
    assertThatThrownBy(
            () -> Rights.of(Map.of("viewer", List.of("a:b"), "admin", List.of("a:b")), Set.of()))
        .hasMessageContaining("a:b twice");
    assertThatThrownBy(() -> Rights.of(Map.of("viewer", List.of("a:b", "a:b")), Set.of()))
        .hasMessageContaining("a:b twice");
  }

  @Test
  void isRefusedWithARoleNobodyHasOrSelf() {
    assertThatThrownBy(() -> Rights.of(Map.of("king", List.of("a:b")), Set.of()))
        .hasMessageContaining("king");
    assertThatThrownBy(() -> Rights.of(Map.of("viewer", List.of("self")), Set.of()))
        .hasMessageContaining("self");
  }
}
