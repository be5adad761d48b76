package systems.voltaic.magnetiq.people;

/** How a list of people is sorted: by a key that an index has, then by id. */
record PersonOrder(Key key, boolean descending) {

  static final String DEFAULT = "name";

  enum Key {
    NAME("lower(%1$s.name)"),
    EMAIL("%1$s.email_key"),
    CREATED("%1$s.created_at"),
    LASTLOGIN("coalesce(%1$s.last_login_at, '-infinity'::timestamptz)");

    private final String expression;

    Key(String expression) {
      this.expression = expression;
    }

    String of(String table) {
      return String.format(expression, table);
    }
  }

  /** As in the contract: name, -lastLogin. */
  static PersonOrder of(String text) {
    boolean descending = text.startsWith("-");
    String key = descending ? text.substring(1) : text;
    return new PersonOrder(Key.valueOf(key.toUpperCase(java.util.Locale.ROOT)), descending);
  }

  String direction() {
    return descending ? "DESC" : "ASC";
  }

  String beyond() {
    return descending ? "<" : ">";
  }
}
