package systems.voltaic.magnetiq.cache;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import systems.voltaic.magnetiq.cache.FinishedAnswer.Facts;

/** Makes answers smaller: little ones on the spot, large ones on two threads of their own. */
public final class Compression {

  private static final int TOO_SMALL = 256;
  private static final int LARGE = 8 << 10;
  private static final int MOST_WAITING = 64;
  private static final Encoder.Parameters BROTLI = new Encoder.Parameters().setQuality(5);

  private final WorkerExecutor workers;
  private final boolean brotli;
  private final AtomicInteger waiting = new AtomicInteger();

  public Compression(Vertx vertx) {
    this(vertx, Brotli4jLoader.isAvailable());
  }

  Compression(Vertx vertx, boolean brotli) {
    this.workers = vertx.createSharedWorkerExecutor("answer-compression", 2);
    this.brotli = brotli;
  }

  /** Under a flood of large answers the surplus goes out as it is rather than wait. */
  Future<FinishedAnswer> finish(Facts facts, Buffer body) {
    if (body.length() < TOO_SMALL) {
      return Future.succeededFuture(FinishedAnswer.of(facts, body, null, null));
    }
    if (body.length() <= LARGE) {
      return Future.succeededFuture(compressed(facts, body));
    }
    if (waiting.incrementAndGet() > MOST_WAITING) {
      waiting.decrementAndGet();
      return Future.succeededFuture(FinishedAnswer.of(facts, body, null, null));
    }
    return workers
        .executeBlocking(() -> compressed(facts, body), false)
        .onComplete(done -> waiting.decrementAndGet());
  }

  private FinishedAnswer compressed(Facts facts, Buffer body) {
    byte[] bytes = body.getBytes();
    return FinishedAnswer.of(facts, body, smaller(bytes, gzip(bytes)), smaller(bytes, br(bytes)));
  }

  private static Buffer smaller(byte[] bytes, byte[] compressed) {
    return compressed.length < bytes.length ? Buffer.buffer(compressed) : null;
  }

  private static byte[] gzip(byte[] bytes) {
    var out = new ByteArrayOutputStream(bytes.length / 2);
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private byte[] br(byte[] bytes) {
    try {
      return brotli ? Encoder.compress(bytes, BROTLI) : bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
