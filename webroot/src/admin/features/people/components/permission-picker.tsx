import { Checkbox, Fieldset, SimpleGrid, Stack } from '@mantine/core';
import { useAdminLocale, useWords } from '@/admin/lib/i18n';
import { groupLabel, permissionLabel } from '@/admin/permission-words';
import { useMe } from '@/admin/lib/use-session';
import { useListPermissions } from '../api/list-permissions';
import { roleWords } from '../role-words';
import { byGroup, type PermissionGroup } from './permission-groups';

interface PermissionPickerProps {
  value: string[];
  onChange: (value: string[]) => void;
  disabled: boolean;
}

/** Nobody gives a permission that they do not have themselves. */
export function PermissionPicker({ value, onChange, disabled }: PermissionPickerProps) {
  const permissions = useListPermissions();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      {byGroup(permissions.data?.items ?? []).map((group) => (
        <Group
          key={group.group}
          group={group}
          value={value}
          onChange={onChange}
          disabled={disabled}
        />
      ))}
    </SimpleGrid>
  );
}

function Group(props: PermissionPickerProps & { group: PermissionGroup }) {
  const { group, value, onChange, disabled } = props;
  const text = useWords(roleWords);
  const locale = useAdminLocale();
  const me = useMe();
  const label = groupLabel(group.group, locale);
  const names = group.items.map(({ name }) => name);
  const mine = names.filter((name) => me.permissions.includes(name));
  const on = names.filter((name) => value.includes(name));
  const others = value.filter((name) => !names.includes(name));
  return (
    <Fieldset legend={label} disabled={disabled}>
      <Stack gap="xs">
        {names.length > 1 && (
          <Checkbox
            label={text.all(label)}
            checked={on.length === names.length}
            indeterminate={on.length > 0 && on.length < names.length}
            onChange={(event) => {
              onChange(event.currentTarget.checked ? [...others, ...mine] : others);
            }}
          />
        )}
        {names.map((name) => (
          <Checkbox
            key={name}
            label={permissionLabel(name, locale)}
            disabled={disabled || !mine.includes(name)}
            checked={value.includes(name)}
            onChange={(event) => {
              const without = value.filter((other) => other !== name);
              onChange(event.currentTarget.checked ? [...without, name] : without);
            }}
          />
        ))}
      </Stack>
    </Fieldset>
  );
}
