import { useState } from 'react';
import { useSearchParams } from 'react-router';

export interface ListQuery {
  q: string;
  sort: string;
  filters: Record<string, string>;
}

export interface ListState extends ListQuery {
  cursor: string | undefined;
  page: number;
  search: (q: string) => void;
  sortBy: (sort: string) => void;
  filter: (name: string, value: string) => void;
  show: (view: ListQuery) => void;
  next: (cursor: string) => void;
  back: () => void;
}

/** What of a list is shown; the address of the screen tells it, but for the page within the list. */
export function useListState(names: readonly string[], sort = ''): ListState {
  const [parameters, setParameters] = useSearchParams();
  const query = queryOf(parameters, names, sort);
  const place = JSON.stringify(query);
  const [trail, setTrail] = useState<{ place: string; cursors: string[] }>({ place, cursors: [] });
  const cursors = trail.place === place ? trail.cursors : [];
  const show = (view: ListQuery) => {
    setParameters(parametersOf(view, sort), { replace: true });
  };
  return {
    ...query,
    cursor: cursors.at(-1),
    page: cursors.length + 1,
    search: (q) => {
      show({ ...query, q });
    },
    sortBy: (by) => {
      show({ ...query, sort: by });
    },
    filter: (name, value) => {
      show({ ...query, filters: { ...query.filters, [name]: value } });
    },
    show,
    next: (cursor) => {
      setTrail({ place, cursors: [...cursors, cursor] });
    },
    back: () => {
      setTrail({ place, cursors: cursors.slice(0, -1) });
    },
  };
}

export function queryOf(
  parameters: URLSearchParams,
  names: readonly string[],
  sort: string,
): ListQuery {
  const given = names.map((name) => [name, parameters.get(name) ?? ''] as const);
  return {
    q: parameters.get('q') ?? '',
    sort: parameters.get('sort') ?? sort,
    filters: Object.fromEntries(given.filter(([, value]) => value !== '')),
  };
}

export function parametersOf(query: ListQuery, sort: string): URLSearchParams {
  const parameters = new URLSearchParams();
  if (query.q !== '') parameters.set('q', query.q);
  if (query.sort !== sort) parameters.set('sort', query.sort);
  for (const [name, value] of Object.entries(query.filters)) {
    if (value !== '') parameters.set(name, value);
  }
  return parameters;
}

/** One click sorts upwards, the next downwards. */
export function turned(sort: string, by: string): string {
  return sort === by ? `-${by}` : by;
}
