import { type QueryClient } from '@tanstack/react-query';
import { type Setting, settingsKey } from './list-settings';

/** The list as it is once this setting was answered. */
export function putSetting(queries: QueryClient, setting: Setting): void {
  queries.setQueryData<{ items: Setting[] }>(
    settingsKey,
    (list) =>
      list && { items: list.items.map((other) => (other.key === setting.key ? setting : other)) },
  );
}
