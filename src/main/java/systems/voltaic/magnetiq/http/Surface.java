package systems.voltaic.magnetiq.http;

/** Parts that an installation can switch off; what is off answers 404. */
public enum Surface {
  PUBLIC,
  ADMIN,
  AUTH,
  EXPORT,
  DOCS
}
