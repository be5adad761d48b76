package systems.voltaic.magnetiq.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import systems.voltaic.magnetiq.StaffInstance;

/** Exports can be switched off alone, and go with everything else of the staff. */
final class ExportSurfaceIT {

  @ParameterizedTest
  @CsvSource({"ENABLE_EXPORT_ENDPOINTS, 200", "ENABLE_ADMIN_ENDPOINTS, 404"})
  void isNotThereWhereItIsOff(String flag, int others) throws IOException {
    try (var at = StaffInstance.start(Map.of(flag, "false"))) {
      at.person("Adam", "admin");
      var admin = at.session("Adam");

      assertThat(admin.get("/api/v1/people/export").status()).isEqualTo(404);
      assertThat(admin.get("/api/v1/audit/export").status()).isEqualTo(404);
      assertThat(admin.get("/api/v1/people").status()).isEqualTo(others);
      assertThat(admin.get("/api/v1/audit").status()).isEqualTo(others);
    }
  }

  @Test
  void isNotOfferedWhereItIsOff() throws IOException {
    try (var at = StaffInstance.start(Map.of("ENABLE_EXPORT_ENDPOINTS", "false"))) {
      at.person("Adam", "admin");

      var offered = at.session("Adam").get("/api/v1/me").json().at("/permissions");

      assertThat(offered.toString()).contains("audit:read", "people:read").doesNotContain("export");
    }
  }
}
