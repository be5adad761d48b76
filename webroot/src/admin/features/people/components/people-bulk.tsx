import { Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Confirm } from '@/admin/components/confirm';
import { localized } from '@/admin/lib/format';
import { useWords } from '@/admin/lib/i18n';
import { toastDone, toastFailure } from '@/admin/lib/toast';
import { useMay } from '@/admin/lib/use-session';
import { type PeopleChange, useChangePeople } from '../api/change-people';
import type { Person } from '../api/list-people';
import { useListRoles } from '../api/list-roles';
import { words } from '../words';

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
    const ids = people.map(({ id }) => id);
    change.mutate(
      { ids, ...what },
      {
        onSuccess: ({ done, refused }) => {
          toastDone(text.bulkDone(done.length, refused.length));
          onDone();
        },
        onError: toastFailure,
        onSettled: dialog.close,
      },
    );
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
  const roles = useListRoles();
  return (
    <Menu>
      <Menu.Target>
        <Button size="xs" variant="default">
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(roles.data?.items ?? []).map((role) => (
          <Menu.Item
            key={role.id}
            onClick={() => {
              onChoose(role.name);
            }}
          >
            {localized(role.title)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
