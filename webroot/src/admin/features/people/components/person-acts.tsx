import { Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ChevronDown, KeyRound, LogOut, Mail, UserCheck, UserX } from 'lucide-react';
import { Confirm } from '@/admin/components/confirm';
import { common } from '@/admin/common';
import { useWords } from '@/admin/lib/i18n';
import { toastDone, toastFailure } from '@/admin/lib/toast';
import { toastUndo } from '@/admin/lib/undo';
import { useMay } from '@/admin/lib/use-session';
import type { Schema } from '@/admin/schema';
import { type PersonAct, useActOnPerson } from '../api/act-on-person';
import { personWords } from '../person-words';

const icon = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** What can be done to somebody's access right now. */
export function PersonActs({ person }: { person: Schema<'Person'> }) {
  const text = useWords(personWords);
  const shared = useWords(common);
  const maySignOut = useMay('sessions:manage');
  const [resetting, reset] = useDisclosure();
  const { mutateAsync, isPending } = useActOnPerson();
  const { id, name, state } = person;
  const act = (what: PersonAct, then: () => void) => {
    mutateAsync({ id, act: what }).then(then, toastFailure);
  };
  const done = (message: string) => () => {
    toastDone(message);
  };
  const deactivate = () => {
    act('deactivate', () => {
      toastUndo(text.deactivated(name), text.activated(name), () =>
        mutateAsync({ id, act: 'activate' }),
      );
    });
  };
  if (state === 'deleted') return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" loading={isPending} rightSection={<ChevronDown {...icon} />}>
            {shared.more}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {state === 'invited' && (
            <Menu.Item
              leftSection={<Mail {...icon} />}
              onClick={() => {
                act('invite', done(text.reinvited));
              }}
            >
              {text.reinvite}
            </Menu.Item>
          )}
          {state === 'active' && (
            <Menu.Item leftSection={<UserX {...icon} />} onClick={deactivate}>
              {text.deactivate}
            </Menu.Item>
          )}
          {state === 'deactivated' && (
            <Menu.Item
              leftSection={<UserCheck {...icon} />}
              onClick={() => {
                act('activate', done(text.activated(name)));
              }}
            >
              {text.activate}
            </Menu.Item>
          )}
          {maySignOut && state === 'active' && (
            <Menu.Item
              leftSection={<LogOut {...icon} />}
              onClick={() => {
                act('sign-out', done(text.signedOut));
              }}
            >
              {text.signOut}
            </Menu.Item>
          )}
          {person.secondFactor && (
            <Menu.Item color="red" leftSection={<KeyRound {...icon} />} onClick={reset.open}>
              {text.resetFactors}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Confirm
        opened={resetting}
        onClose={reset.close}
        title={text.resetFactors}
        action={text.resetFactors}
        danger
        busy={isPending}
        onConfirm={() => {
          act('reset-factors', () => {
            reset.close();
            toastDone(text.resetFactorsDone);
          });
        }}
      >
        {text.resetFactorsText}
      </Confirm>
    </>
  );
}
