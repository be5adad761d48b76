import { Avatar, Tooltip } from '@mantine/core';
import { PersonAvatar } from '@/admin/components/person-avatar';
import { useWords } from '@/admin/lib/i18n';
import { usePresent } from '@/admin/lib/live/use-live';
import { useMe } from '@/admin/lib/use-session';
import { words } from './words';

const most = 3;

/** Who else is at work right now. */
export function Presence() {
  const text = useWords(words);
  const me = useMe();
  const others = usePresent().filter(({ id }) => id !== me.id);
  if (others.length === 0) return null;
  const names = others.map(({ name }) => name).join(', ');
  return (
    <Tooltip label={text.here(names)}>
      <Avatar.Group role="img" aria-label={text.here(names)} visibleFrom="sm" mr="xs">
        {others.slice(0, most).map((person) => (
          <PersonAvatar key={person.id} person={person} />
        ))}
        {others.length > most && (
          <Avatar size="sm" radius="xl">
            +{others.length - most}
          </Avatar>
        )}
      </Avatar.Group>
    </Tooltip>
  );
}
