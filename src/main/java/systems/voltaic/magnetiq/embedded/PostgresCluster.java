package systems.voltaic.magnetiq.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The files of one database cluster: made once, checked before every start. */
final class PostgresCluster {
  static final String MAJOR = "18";
  static final String ADMIN = "postgres";
  static final String OWNER = "magnetiq";
  static final String DATABASE = "magnetiq";

  // Hashing again and again guards what can be guessed; here it would only slow each connection.
  private static final String PASSWORDS =
      """
      SET scram_iterations = 1
      ALTER ROLE postgres PASSWORD '%s'
      ALTER ROLE magnetiq PASSWORD '%s'
      """;
  // The program's own role is no superuser: it may make databases and look at statistics.
  private static final String DATABASES =
      """
      CREATE ROLE magnetiq LOGIN CREATEDB
      GRANT pg_monitor TO magnetiq
      CREATE DATABASE magnetiq OWNER magnetiq
      """
          + PASSWORDS;

  private final Path folder;
  private final Path programs;
  private final Identity identity;

  PostgresCluster(Path folder, Path programs, Identity identity) {
    this.folder = folder;
    this.programs = programs;
    this.identity = identity;
  }

  boolean exists() {
    return Files.exists(folder);
  }

  /**
   * Made beside its place and moved there when complete, so a broken first start leaves nothing.
   */
  void create(String adminPassword, String password) throws IOException, EmbeddedFailure {
    var unfinished = folder.resolveSibling("." + folder.getFileName() + "-unfinished");
    if (Files.exists(unfinished)) {
      Folders.delete(unfinished);
    }
    Folders.createPrivate(unfinished);
    identity.own(unfinished);
    run(unfinished, "", initdb(unfinished));
    run(unfinished, DATABASES.formatted(adminPassword, password), singleUser(unfinished));
    Folders.sync(unfinished);
    Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  /** For when the file that remembered the passwords was lost. */
  void setPasswords(String adminPassword, String password) throws IOException, EmbeddedFailure {
    run(folder, PASSWORDS.formatted(adminPassword, password), singleUser(folder));
  }

  void check() throws EmbeddedFailure {
    var version = version();
    if (version.equals(MAJOR)) {
      return;
    }
    if (version.matches("[0-9.]{1,5}")) {
      throw new EmbeddedFailure(
          "The data in "
              + folder
              + " was written by Postgres "
              + version
              + "; this Magnetiq runs "
              + MAJOR
              + ": start the Magnetiq it belongs to and export it, or move the folder away."
              + " Nothing in it was changed or deleted.");
    }
    throw damaged("PG_VERSION is not readable");
  }

  EmbeddedFailure damaged(String detail) {
    return new EmbeddedFailure(
        "The data in "
            + folder
            + " is damaged ("
            + detail
            + "): restore a backup, or move the folder away to start empty."
            + " Nothing in it was changed or deleted.");
  }

  private String version() {
    try {
      return Files.readString(folder.resolve("PG_VERSION")).strip();
    } catch (IOException e) {
      return "";
    }
  }

  private List<String> initdb(Path target) {
    return List.of(
        program("initdb"),
        "--pgdata=" + target,
        "--username=" + ADMIN,
        "--auth=reject",
        "--no-sync",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--data-checksums");
  }

  private List<String> singleUser(Path target) {
    return List.of(program("postgres"), "--single", "-D", target.toString(), "postgres");
  }

  private String program(String name) {
    return programs.resolve("bin").resolve(name).toString();
  }

  private void run(Path where, String told, List<String> command)
      throws IOException, EmbeddedFailure {
    var result = Commands.run(where, told, identity.prefixed(command));
    var failed = result.exit() != 0 || result.output().contains("ERROR:");
    if (failed && EmbeddedFailure.isDiskFull(result.output())) {
      throw EmbeddedFailure.diskFull(folder.getParent());
    }
    if (failed) {
      throw new EmbeddedFailure(
          "Postgres could not prepare " + folder + ": " + result.output().strip());
    }
  }
}
