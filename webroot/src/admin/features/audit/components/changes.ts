export type ChangeKind = 'added' | 'removed' | 'changed';

export interface Change {
  /** Where in the value, as "roles.0.name"; empty for the value itself. */
  path: string;
  kind: ChangeKind;
  before: string | null;
  after: string | null;
}

export interface Changes {
  changes: Change[];
  unchanged: number;
}

type Leaves = Map<string, string>;

/** What is different between two states, leaf by leaf, in the order of the fields. */
export function changesOf(before: unknown, after: unknown): Changes {
  const was = leaves(before);
  const is = leaves(after);
  const changes: Change[] = [];
  let unchanged = 0;
  for (const path of new Set([...was.keys(), ...is.keys()])) {
    const old = was.get(path) ?? null;
    const now = is.get(path) ?? null;
    if (old === now) unchanged += 1;
    else changes.push({ path, kind: kindOf(old, now), before: old, after: now });
  }
  return { changes, unchanged };
}

function kindOf(before: string | null, after: string | null): ChangeKind {
  if (before === null) return 'added';
  return after === null ? 'removed' : 'changed';
}

function leaves(value: unknown, path = '', found: Leaves = new Map()): Leaves {
  if (value === null || value === undefined) {
    if (path !== '') found.set(path, 'null');
    return found;
  }
  if (typeof value !== 'object') {
    found.set(path, typeof value === 'string' ? value : JSON.stringify(value));
    return found;
  }
  const entries = Object.entries(value);
  if (entries.length === 0 && path !== '') found.set(path, Array.isArray(value) ? '[]' : '{}');
  for (const [name, inner] of entries) leaves(inner, path === '' ? name : `${path}.${name}`, found);
  return found;
}
