import { Button, Group } from '@mantine/core';
import { common } from '@/admin/common';
import { useWords } from '@/admin/lib/i18n';
import { FilterChip } from './filter-chip';
import type { ListState } from './list-state';
import { SearchField } from './search-field';
import { PersonChip } from './person-chip';
import { SetChip } from './set-chip';
import { TypedChip } from './typed-chip';

const chips = { text: TypedChip, day: TypedChip, person: PersonChip, elsewhere: SetChip };

export interface FilterChoice {
  name: string;
  label: string;
  options: { value: string; label: string }[];
  /** Not chosen from the options, but typed, found by name, or set outside of the list. */
  by?: keyof typeof chips;
  /** What the value is called, where it does not say so itself. */
  shown?: string | undefined;
}

export interface ChipProps {
  choice: FilterChoice;
  value: string;
  onChange: (value: string) => void;
}

interface FiltersProps {
  list: ListState;
  searchLabel: string | undefined;
  choices: readonly FilterChoice[];
}

export function Filters({ list, searchLabel, choices }: FiltersProps) {
  const words = useWords(common).table;
  const any = list.q !== '' || Object.keys(list.filters).length > 0;
  return (
    <Group gap="xs" role="search" aria-label={words.filter}>
      {searchLabel !== undefined && (
        <SearchField label={searchLabel} value={list.q} onSearch={list.search} />
      )}
      {choices.map((choice) => {
        const Chip = choice.by ? chips[choice.by] : FilterChip;
        return (
          <Chip
            key={choice.name}
            choice={choice}
            value={list.filters[choice.name] ?? ''}
            onChange={(value) => {
              list.filter(choice.name, value);
            }}
          />
        );
      })}
      {any && (
        <Button
          size="xs"
          variant="subtle"
          onClick={() => {
            list.show({ q: '', filters: {}, sort: list.sort });
          }}
        >
          {words.clearFilters}
        </Button>
      )}
    </Group>
  );
}
