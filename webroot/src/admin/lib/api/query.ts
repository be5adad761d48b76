export type Query = Record<string, string | number | undefined>;

/** A path with those parameters that have a value. */
export function withQuery(path: string, query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const written = parameters.toString();
  return written === '' ? path : `${path}?${written}`;
}
