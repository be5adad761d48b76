import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

type Person = Schema<'Person'>;

export interface PersonChange {
  id: string;
  version: number;
  change: Partial<Pick<Person, 'name' | 'language' | 'zone'>> & { roles?: string[] };
}

export function useUpdatePerson() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, change }: PersonChange) =>
      api.patch<Person>(adminPaths.api.person(id), { body: change, version }),
    onSuccess: (person) => {
      queries.setQueryData(['people', 'one', person.id], person);
      void queries.invalidateQueries({ queryKey: ['people'] });
    },
  });
}
