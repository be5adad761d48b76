package systems.voltaic.magnetiq.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.schema.CompiledSchema;

class RichTextTest {

  private static final CompiledSchema SCHEMA =
      CompiledSchema.of(PageRoom.CONTRACT, PageRoom.CONTRACT.at("/components/schemas/RichText"));

  @Test
  void knowsEverythingThatADemoPageMayWrite() {
    JsonNode document =
        RichText.ofMarkdown(
            """
            # Too large a heading

            Words that are **strong**, *slanted*, **_both_**, `code` and
            a [link](/services) with snake_case.\\
            A new line.

            - one
              1. inner
            - two

            > Somebody said so.

            ```java
            int a = 1;
            ```

            ---

            <div>as it is</div>
            """);

    assertThat(SCHEMA.faults(document)).isEmpty();
    assertThat(document.at("/content/0/attrs/level").asInt()).isEqualTo(2);
    assertThat(document.at("/content/1/content/5/marks")).hasSize(2);
    assertThat(document.toString())
        .contains("\"text\":\" with snake_case.\"")
        .contains("hardBreak", "orderedList", "blockquote", "horizontalRule", "<div>as it is</div>")
        .contains("{\"type\":\"link\",\"attrs\":{\"href\":\"/services\"}}")
        .contains("\"language\":\"java\"");
  }

  @Test
  void makesAnEmptyDocumentOfNothing() {
    assertThat(SCHEMA.faults(RichText.ofMarkdown(""))).isEmpty();
  }
}
