package systems.voltaic.magnetiq.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementsTest {

  private static final int LONGEST_KEPT = 2048;

  @ParameterizedTest
  @ValueSource(
      classes = {PageSql.class, DraftSql.class, MenuSql.class, RedirectSql.class, SeedSql.class})
  void areShortEnoughToStayPrepared(Class<?> sql) throws IllegalAccessException {
    for (Field field : sql.getDeclaredFields()) {
      if (field.getType().equals(String.class)) {
        field.setAccessible(true);
        assertThat((String) field.get(null)).as(field.getName()).hasSizeLessThan(LONGEST_KEPT);
      }
    }
  }
}
