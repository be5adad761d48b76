import { Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Confirm } from '@/admin/components/confirm';
import { useWords } from '@/admin/lib/i18n';
import { toastOutcome } from '@/admin/lib/outcome';
import { toastFailure } from '@/admin/lib/toast';
import { useMay } from '@/admin/lib/use-session';
import { type PeopleChange, useChangePeople } from '../api/change-people';
import type { Person } from '../api/list-people';
import { words } from '../words';
import { useRoleChoices } from './use-role-choices';

interface PeopleBulkProps {
  people: Person[];
  onDone: () => void;
}

export function PeopleBulk({ people, onDone }: PeopleBulkProps) {
  const text = useWords(words);
  const change = useChangePeople();
  const maySignOut = useMay('sessions:manage');
  const [deleting, dialog] = useDisclosure();
  const act = (what: Omit<PeopleChange, 'ids'>) => {
    const names = new Map(people.map(({ id, name }) => [id, name]));
    change
      .mutateAsync({ ids: [...names.keys()], ...what })
      .then(({ done, refused }) => {
        const refusals = refused.map(({ id, message }) => ({
          name: names.get(id) ?? id,
          why: message,
        }));
        toastOutcome(text.bulkDone(done.length, refused.length), done.length, refusals);
        onDone();
      }, toastFailure)
      .finally(dialog.close);
  };
  const simple = (['activate', 'deactivate', 'restore', 'signOut'] as const).filter(
    (name) => name !== 'signOut' || maySignOut,
  );
  return (
    <>
      {simple.map((name) => (
        <Button
          key={name}
          size="xs"
          variant="default"
          loading={change.isPending && change.variables.act === name}
          onClick={() => {
            act({ act: name });
          }}
        >
          {text[name]}
        </Button>
      ))}
      <RoleMenu
        label={text.addRole}
        onChoose={(role) => {
          act({ act: 'addRole', role });
        }}
      />
      <RoleMenu
        label={text.removeRole}
        onChoose={(role) => {
          act({ act: 'removeRole', role });
        }}
      />
      <Button size="xs" color="red" variant="light" onClick={dialog.open}>
        {text.delete}
      </Button>
      <Confirm
        opened={deleting}
        onClose={dialog.close}
        title={text.bulkDeleteTitle(people.length)}
        action={text.delete}
        danger
        busy={change.isPending}
        onConfirm={() => {
          act({ act: 'delete' });
        }}
      >
        {text.bulkDeleteText}
      </Confirm>
    </>
  );
}

function RoleMenu({ label, onChoose }: { label: string; onChoose: (role: string) => void }) {
  const roles = useRoleChoices();
  return (
    <Menu>
      <Menu.Target>
        <Button size="xs" variant="default">
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {roles.map((role) => (
          <Menu.Item
            key={role.value}
            onClick={() => {
              onChoose(role.value);
            }}
          >
            {role.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
