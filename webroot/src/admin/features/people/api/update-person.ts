import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import { saveOver } from '@/admin/lib/api/save-over';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

type Person = Schema<'Person'>;

export interface PersonChange {
  base: Person;
  change: Partial<Pick<Person, 'name' | 'language' | 'zone'>> & { roles?: string[] };
}

/** What of a person is changed in a form. */
export function typedOf({ name, language, zone, roles }: Person) {
  return { name, language, zone, roles: roles.map((role) => role.name) };
}

export function useUpdatePerson() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ base, change }: PersonChange) => {
      const path = adminPaths.api.person(base.id);
      return saveOver({
        base,
        fields: typedOf,
        read: () => api.get<Person>(path),
        write: (version) => api.patch<Person>(path, { body: change, version }),
      });
    },
    onSuccess: (person) => {
      queries.setQueryData(['people', 'one', person.id], person);
      void queries.invalidateQueries({ queryKey: ['people'] });
    },
  });
}
