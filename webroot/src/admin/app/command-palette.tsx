import { useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { useQuery } from '@tanstack/react-query';
import { Languages, LogOut, Moon, Search, Sun } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import { type NavigateFunction, useNavigate } from 'react-router';
import { common } from '@/admin/common';
import { api } from '@/admin/lib/api/client';
import { withQuery } from '@/admin/lib/api/query';
import { signOut } from '@/admin/lib/api/sign-out';
import { chooseLocale, useAdminLocale, useWords } from '@/admin/lib/i18n';
import { leaveBy } from '@/admin/lib/leaving';
import { useMe } from '@/admin/lib/use-session';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';
import { allowed, navigation } from './navigation';
import { words } from './words';

const shortest = 2;

/** It stands at once: a key pressed right after Ctrl-K belongs to the search already. */
const atOnce = { duration: 0 };

export function CommandPalette() {
  const text = useWords(words);
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 200);
  const places = usePlaces(navigate);
  const actions = useActions();
  const found = useFound(asked, navigate);
  const focus = useFocus();
  return (
    <Spotlight
      query={typed}
      onQueryChange={setTyped}
      actions={[...places, ...actions, ...found]}
      filter={(query, all) =>
        all.map((group) => matching(query, group as SpotlightActionGroupData))
      }
      nothingFound={text.nothingFound}
      shortcut={['mod + K']}
      attributes={{ content: { 'aria-label': text.search } }}
      scrollable
      transitionProps={atOnce}
      returnFocus={false}
      onSpotlightClose={focus.giveBack}
      maxHeight={420}
      searchProps={{
        ref: focus.take,
        'aria-label': text.search,
        placeholder: text.searchHint,
        leftSection: <Search size={20} strokeWidth={1.5} aria-hidden />,
      }}
    />
  );
}

/** The search has the focus as soon as it stands; then it is back where it was, until a new screen takes it. */
function useFocus() {
  const before = useRef<Element | null>(null);
  const take = useCallback((field: HTMLInputElement | null) => {
    if (field === null) return;
    before.current = document.activeElement;
    field.focus({ preventScroll: true });
  }, []);
  const giveBack = () => {
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
  };
  return { take, giveBack };
}

function usePlaces(navigate: NavigateFunction): SpotlightActionGroupData[] {
  const text = useWords(words);
  const locale = useAdminLocale();
  const { permissions } = useMe();
  const places = allowed(navigation, permissions).flatMap((area) => area.places);
  return [
    {
      group: text.goTo,
      actions: places.map(({ to, label, icon: Icon }) => ({
        id: to,
        label: label[locale],
        leftSection: <Icon size={20} strokeWidth={1.5} aria-hidden />,
        onClick: () => void navigate(to),
      })),
    },
  ];
}

function useActions(): SpotlightActionGroupData[] {
  const text = useWords(words);
  const { languages } = useWords(common);
  const locale = useAdminLocale();
  const { setColorScheme } = useMantineColorScheme();
  const other = locale === 'en' ? 'de' : 'en';
  const icon = { size: 20, strokeWidth: 1.5, 'aria-hidden': true } as const;
  return [
    {
      group: text.actions,
      actions: [
        {
          id: 'light',
          label: `${text.theme}: ${text.themes.light}`,
          leftSection: <Sun {...icon} />,
          onClick: () => {
            setColorScheme('light');
          },
        },
        {
          id: 'dark',
          label: `${text.theme}: ${text.themes.dark}`,
          leftSection: <Moon {...icon} />,
          onClick: () => {
            setColorScheme('dark');
          },
        },
        {
          id: 'language',
          label: `${text.language}: ${languages[other]}`,
          leftSection: <Languages {...icon} />,
          onClick: () => {
            chooseLocale(other);
          },
        },
        {
          id: 'sign-out',
          label: text.signOut,
          leftSection: <LogOut {...icon} />,
          onClick: () => {
            leaveBy(() => void signOut('left'));
          },
        },
      ],
    },
  ];
}

function useFound(q: string, navigate: NavigateFunction): SpotlightActionGroupData[] {
  const text = useWords(words);
  const { data } = useQuery({
    queryKey: ['search', q],
    enabled: q.length >= shortest,
    queryFn: ({ signal }) =>
      api.get<{ items: Schema<'Found'>[] }>(withQuery(adminPaths.api.search, { q }), {
        signal,
      }),
  });
  const hits = q.length < shortest ? [] : (data?.items ?? []);
  if (hits.length === 0) return [];
  return [
    {
      group: text.found,
      actions: hits.map((hit) => ({
        id: `${hit.kind}:${hit.id}`,
        label: hit.title,
        description: hit.detail,
        onClick: () => {
          follow(hit.href, navigate);
        },
      })),
    },
  ];
}

function follow(href: string, navigate: NavigateFunction): void {
  if (href.startsWith(`${adminPaths.root}/`)) void navigate(href.slice(adminPaths.root.length));
  else location.assign(href);
}

/** What the server found matches already; the rest by its words. */
function matching(query: string, { group, actions }: SpotlightActionGroupData) {
  const parts = query.toLowerCase().trim().split(/\s+/);
  const fits = (id: string, label: string) =>
    id.includes(':') || parts.every((part) => label.toLowerCase().includes(part));
  return { group, actions: actions.filter(({ id, label }) => fits(id, label ?? '')) };
}
