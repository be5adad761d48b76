import { Avatar, type MantineSize } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '@/admin/lib/api/client';
import { adminPaths } from '@/config/admin-paths';

interface PersonAvatarProps {
  person: { id: string; name: string; hasAvatar?: boolean };
  size?: MantineSize | number;
}

/** The picture of a person, or the initials; the name stands beside it or around it. */
export function PersonAvatar({ person, size = 'sm' }: PersonAvatarProps) {
  const { data } = useQuery({
    queryKey: ['avatar', person.id],
    enabled: person.hasAvatar ?? false,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    queryFn: ({ signal }) =>
      api.blob(adminPaths.api.personAct(person.id, 'avatar'), { signal, accept: 'image/*' }),
  });
  return (
    <Avatar size={size} radius="50%" color="violet" aria-hidden>
      {data && person.hasAvatar ? (
        <Picture data={data} />
      ) : (
        <span className="initials" data-initials={initials(person.name)} />
      )}
    </Avatar>
  );
}

function Picture({ data }: { data: Blob }) {
  const address = URL.createObjectURL(data);
  useEffect(() => () => {
    URL.revokeObjectURL(address);
  });
  return <img src={address} alt="" width="100%" height="100%" className="avatar__picture" />;
}

function initials(name: string): string {
  const parts = name.trim().split(/\s+/);
  const first = parts[0]?.[0] ?? '?';
  return (parts.length > 1 ? first + (parts.at(-1)?.[0] ?? '') : first).toUpperCase();
}
