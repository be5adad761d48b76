import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import { adminPaths } from '@/config/admin-paths';
import type { Tick } from './list-ticks';

export function useRunTick() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (name: string) =>
      api.post<Tick>(adminPaths.api.runTick(name), { key: crypto.randomUUID() }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['ticks'] });
      void queries.invalidateQueries({ queryKey: ['jobs'] });
    },
  });
}
