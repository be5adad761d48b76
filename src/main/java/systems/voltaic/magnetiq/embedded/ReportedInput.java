package systems.voltaic.magnetiq.embedded;

import java.io.FilterInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.util.function.Consumer;

/** Says how much of a packed program was read, every twenty per cent. */
final class ReportedInput extends FilterInputStream {
  private static final int STEP = 20;

  private final long size;
  private final String name;
  private final Consumer<String> progress;
  private long done;
  private long reported = -STEP;

  ReportedInput(JarURLConnection source, String name, Consumer<String> progress)
      throws IOException {
    super(source.getInputStream());
    this.size = source.getJarEntry().getSize();
    this.name = name;
    this.progress = progress;
  }

  @Override
  public int read() throws IOException {
    var next = super.read();
    report(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    var count = super.read(bytes, offset, length);
    report(Math.max(0, count));
    return count;
  }

  private void report(int count) {
    done += count;
    var percent = done * 100 / Math.max(1, size);
    if (percent >= reported + STEP) {
      reported = percent - percent % STEP;
      progress.accept("Unpacking " + name + " (first start) … " + reported + " %");
    }
  }
}
