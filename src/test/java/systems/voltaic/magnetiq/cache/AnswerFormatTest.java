package systems.voltaic.magnetiq.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.cache.FinishedAnswer.Facts;

class AnswerFormatTest {

  private static final Instant NOON = Instant.parse("2030-05-01T12:00:00Z");
  private static final Facts FACTS =
      new Facts(200, "text/plain", Map.of("a", "ä"), NOON, NOON, NOON, Map.of("tag", 7L));
  private static final Buffer LONG = Buffer.buffer("so much to say, ".repeat(2000));
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void readsWhatItWrote() {
    var answer = new Compression(vertx).finish(FACTS, LONG).await();

    assertThat(answer.brotli()).isNotNull();
    assertThat(AnswerFormat.read(AnswerFormat.write(answer))).contains(answer);
  }

  @Test
  void treatsWhatItDoesNotUnderstandAsAbsent() {
    Buffer written = AnswerFormat.write(FinishedAnswer.of(FACTS, LONG, null, null));

    assertThat(AnswerFormat.read(written.copy().setByte(0, (byte) 99))).isEmpty();
    for (int length = 0; length < written.length(); length += 97) {
      assertThat(AnswerFormat.read(written.getBuffer(0, length))).isEmpty();
    }
  }

  @Test
  void compressesWithoutLosingAnything() throws Exception {
    var answer = new Compression(vertx).finish(FACTS, LONG).await();

    var gzip = new GZIPInputStream(new ByteArrayInputStream(answer.gzip().bytes().getBytes()));
    assertThat(gzip.readAllBytes()).isEqualTo(LONG.getBytes());
    assertThat(answer.brotli().bytes().length()).isLessThan(200);
  }

  @Test
  void doesWithoutBrotliWhereThereIsNoEncoder() {
    var answer = new Compression(vertx, false).finish(FACTS, LONG).await();

    assertThat(answer.gzip()).isNotNull();
    assertThat(answer.brotli()).isNull();
  }

  @Test
  void leavesSmallAnswersAsTheyAre() {
    var answer = new Compression(vertx).finish(FACTS, Buffer.buffer("short")).await();

    assertThat(answer.gzip()).isNull();
  }
}
