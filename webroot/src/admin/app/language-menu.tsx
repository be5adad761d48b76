import { ActionIcon, Menu } from '@mantine/core';
import { Languages } from 'lucide-react';
import { common } from '@/admin/common';
import { chooseLocale, useAdminLocale, useWords } from '@/admin/lib/i18n';
import { type Locale, locales } from '@/lib/locale';
import { words } from './words';

export function LanguageMenu() {
  const text = useWords(words);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={text.language}>
          <Languages size={20} strokeWidth={1.5} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <LanguageItems />
      </Menu.Dropdown>
    </Menu>
  );
}

export function LanguageItems() {
  const { languages } = useWords(common);
  const chosen = useAdminLocale();
  return (
    <Menu.RadioGroup
      value={chosen}
      onChange={(locale) => {
        chooseLocale(locale as Locale);
      }}
    >
      {locales.map((locale) => (
        <Menu.RadioItem key={locale} value={locale} lang={locale} closeMenuOnClick>
          {languages[locale]}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
