package systems.voltaic.magnetiq.embedded;

import java.nio.file.Path;
import java.util.List;

/** What the supervisor must know of a server to run it. */
interface Server {
  String name();

  /** Where its data is; also its working directory, by which its processes are known. */
  Path folder();

  OwnProcesses processes();

  ServerLog log();

  List<String> command();

  /** Asked again and again until it says yes. */
  boolean serves(Process process);

  /** What it seems to be busy with while it does not serve yet. */
  String occupation();

  /** Why it gave up, read from its last words. */
  EmbeddedFailure refusal();
}
