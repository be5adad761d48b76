import { Button, Group, Menu, Modal, Stack, TextInput } from '@mantine/core';
import { Bookmark, Plus, Trash2 } from 'lucide-react';
import { type SyntheticEvent, useState } from 'react';
import { common } from '@/admin/common';
import { useWords } from '@/admin/lib/i18n';
import { useRemembered } from '@/admin/lib/remembered';
import { useMe } from '@/admin/lib/use-session';
import type { ListQuery, ListState } from './list-state';

interface View extends ListQuery {
  name: string;
}

const most = 20;

/** Filters and order that somebody uses again and again, under names of their own. */
export function Views({ id, list }: { id: string; list: ListState }) {
  const words = useWords(common);
  const me = useMe();
  const [views, setViews] = useRemembered<View[]>(`admin.views.${id}.${me.id}`, []);
  const [naming, setNaming] = useState(false);
  const save = (name: string) => {
    const view = { name, q: list.q, sort: list.sort, filters: list.filters };
    setViews([...views.filter((other) => other.name !== name), view].slice(-most));
    setNaming(false);
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            leftSection={<Bookmark size={16} strokeWidth={1.5} aria-hidden />}
          >
            {words.table.views}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            onClick={() => {
              list.show({ q: '', sort: '', filters: {} });
            }}
          >
            {words.table.allRows}
          </Menu.Item>
          {views.map((view) => (
            <Menu.Item
              key={view.name}
              onClick={() => {
                list.show(view);
              }}
            >
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item
            leftSection={<Plus size={16} strokeWidth={1.5} aria-hidden />}
            onClick={() => {
              setNaming(true);
            }}
          >
            {words.table.saveView}
          </Menu.Item>
          {views.map((view) => (
            <Menu.Item
              key={view.name}
              color="red"
              leftSection={<Trash2 size={16} strokeWidth={1.5} aria-hidden />}
              onClick={() => {
                setViews(views.filter((other) => other.name !== view.name));
              }}
            >
              {words.table.deleteView(view.name)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={naming}
        onClose={() => {
          setNaming(false);
        }}
        title={words.table.saveView}
      >
        <NameView onSave={save} />
      </Modal>
    </>
  );
}

function NameView({ onSave }: { onSave: (name: string) => void }) {
  const words = useWords(common);
  const [name, setName] = useState('');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (name.trim() !== '') onSave(name.trim());
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          data-autofocus
          label={words.table.viewName}
          maxLength={60}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
        />
        <Group justify="flex-end">
          <Button type="submit" disabled={name.trim() === ''}>
            {words.table.saveView}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
