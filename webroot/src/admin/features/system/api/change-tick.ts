import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import { adminPaths } from '@/config/admin-paths';
import type { Tick } from './list-ticks';

type TickChange = Pick<Tick, 'name' | 'version' | 'paused'>;

export function useChangeTick() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ name, version, paused }: TickChange) =>
      api.put<Tick>(adminPaths.api.tick(name), { body: { paused }, version }),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['ticks'] });
    },
  });
}
