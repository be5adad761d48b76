package systems.voltaic.magnetiq.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FailureTextTest {

  @Test
  void saysWhatFailed() {
    assertThat(FailureText.of(new IOException("connection refused: smtp.example.com:25")))
        .isEqualTo("IOException: connection refused: smtp.example.com:25");
  }

  @Test
  void keepsOurOwnWordsWithoutAClassName() {
    assertThat(FailureText.of(JobFailure.permanent("the partner answered 410")))
        .isEqualTo("the partner answered 410");
  }

  @Test
  void hidesPeopleAndSecrets() {
    var failure =
        new IOException(
            "POST https://user:pass@hooks.example.com/in?key=abc for ada@example.com with"
                + " Bearer eyJhbGciOiJFZERTQSJ9abcdefghij");

    assertThat(FailureText.of(failure))
        .contains("hooks.example.com/in")
        .doesNotContain("pass", "key=abc", "ada@", "eyJhbGci");
  }

  @Test
  void isBoundedAndOnOneLine() {
    var failure = new IllegalStateException("two\nlines\u0000 ".repeat(10_000));

    assertThat(FailureText.of(failure))
        .hasSizeLessThanOrEqualTo(500)
        .doesNotContain("\n", "\u0000");
  }

  @Test
  void bearsAFailureThatSaysNothing() {
    assertThat(FailureText.of(new NullPointerException()))
        .isEqualTo("NullPointerException: no message");
  }
}
