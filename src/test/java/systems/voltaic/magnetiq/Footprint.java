package systems.voltaic.magnetiq;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import systems.voltaic.magnetiq.testkit.Sql;

/** Everything that an instance has written: each table and each file by a checksum. */
final class Footprint {

  /** When somebody was last seen is noted for refused calls, too. */
  private static final Map<String, String> SEEN =
      Map.of("api_key", "last_used_at", "session", "active_at");

  private static final Set<String> NOT_OURS = Set.of("flyway_schema_history");

  private final URI database;
  private final Path folder;
  private final String query;

  Footprint(URI database, Path folder) {
    this.database = database;
    this.folder = folder;
    this.query = tables(database).stream().map(Footprint::checksum).collect(joining(" UNION ALL "));
  }

  private static List<String> tables(URI database) {
    return Sql.column(
            database, "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
        .stream()
        .filter(table -> !NOT_OURS.contains(table))
        .toList();
  }

  private static String checksum(String table) {
    String row = "to_jsonb(t) - '" + SEEN.getOrDefault(table, "") + "'";
    return "SELECT '%1$s ' || count(*) || ' ' || coalesce(md5(string_agg(md5((%2$s)::text), ''"
            .formatted(table, row)
        + " ORDER BY md5((%1$s)::text))), '') FROM \"%2$s\" t".formatted(row, table);
  }

  Map<String, String> take() throws IOException {
    var all = new TreeMap<String, String>();
    Sql.column(database, query).forEach(line -> all.put("table " + line.split(" ", 2)[0], line));
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.put("file " + folder.relativize(file), Long.toString(Files.size(file)));
      }
    }
    return all;
  }
}
