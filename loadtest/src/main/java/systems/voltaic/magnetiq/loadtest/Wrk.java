package systems.voltaic.magnetiq.loadtest;

import java.util.List;
import java.util.stream.Stream;

/** Requests as fast as they are answered, on 64 connections. */
final class Wrk {

  /** What one run did. */
  record Run(double perSecond, long requests, long failed, double medianMillis, double p99Millis) {}

  static Run run(String url, int seconds) throws Exception {
    return run(url, seconds, "identity");
  }

  static Run run(String url, int seconds, String encoding) throws Exception {
    var command =
        List.of(
            Programs.wrk().toString(),
            "-t1",
            "-c64",
            "-d" + seconds + "s",
            "-H",
            "Accept-Encoding: " + encoding,
            "-H",
            "Authorization: " + Staff.AUTHORIZATION,
            "-s",
            Rig.source("lua/report.lua").toString(),
            url);
    Run run = parse(Child.run(command));
    if (run.failed() * 1000 > run.requests()) {
      var now = Http.get(url);
      throw new Unusable(
          run.failed() + " of " + run.requests() + " requests failed; one now: " + now.body());
    }
    return run;
  }

  private static Run parse(String said) {
    String line = said.lines().filter(l -> l.startsWith("figures ")).findFirst().orElseThrow();
    long[] figures = Stream.of(line.split(" ")).skip(1).mapToLong(Long::parseLong).toArray();
    return new Run(
        figures[0] / (figures[1] / 1e6),
        figures[0],
        figures[2],
        figures[3] / 1e3,
        figures[4] / 1e3);
  }

  private Wrk() {}
}
