package systems.voltaic.magnetiq.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @Test
  void quotesWhatIsThereAndLeavesOutWhatIsNot() {
    assertThat(Csv.row("a", null, "b \"c\", d", "").toString())
        .isEqualTo("\"a\",,\"b \"\"c\"\", d\",\"\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "=cmd|' /C calc'!A0",
        "|calc",
        "%0a=1",
        "＝1+1",
        "＋1",
        "－1",
        "＠x",
        "\u00a0\t=1"
      })
  void takesNothingForAFormula(String text) {
    assertThat(Csv.row(text).toString()).startsWith("\"'");
  }

  @Test
  void leavesOrdinaryTextAlone() {
    assertThat(Csv.row("1-2", "a=b", "person:1").toString())
        .isEqualTo("\"1-2\",\"a=b\",\"person:1\"\r\n");
  }
}
