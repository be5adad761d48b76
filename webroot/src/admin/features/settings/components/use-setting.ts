import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { toastUndo } from '@/admin/lib/undo';
import { common } from '@/admin/common';
import { isProblem } from '@/admin/lib/api/problem';
import { useAdminLocale, useWords } from '@/admin/lib/i18n';
import { toastFailure } from '@/admin/lib/toast';
import { useChangeSetting } from '../api/change-setting';
import { type Setting, settingsKey, type SettingValue } from '../api/list-settings';
import { useResetSetting } from '../api/reset-setting';
import { settingWords } from '../setting-words';
import { words } from '../words';
import type { Drafts } from './use-drafts';
import { sameValue, sendable } from './value';

/** One setting while somebody works on it: typed, saved, refused, overtaken, taken back. */
export function useSetting(setting: Setting, drafts: Drafts) {
  const text = useWords(words);
  const shared = useWords(common);
  const { label } = settingWords(setting.key, useAdminLocale());
  const queries = useQueryClient();
  const change = useChangeSetting();
  const reset = useResetSetting();
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [missing, setMissing] = useState(false);
  const draft = drafts.of(setting.key);
  const stale = isProblem(change.error, 412);

  const edit = (value: SettingValue) => {
    setMissing(false);
    if (change.isError && !stale) change.reset();
    const same = sameValue(value, setting.value) && !stale && !change.isPending;
    drafts.put(
      setting.key,
      same ? undefined : { value, version: draft?.version ?? setting.version },
    );
  };
  const discard = () => {
    setMissing(false);
    change.reset();
    drafts.put(setting.key, undefined);
  };
  const save = () => {
    if (!draft) return;
    const value = sendable(draft.value);
    if (value === '' || (typeof value === 'object' && value.en === '')) {
      setMissing(true);
      return;
    }
    change.mutate(
      { key: setting.key, value, version: draft.version },
      {
        onSuccess: ({ version }) => {
          drafts.saved(setting.key, draft, version);
          setSavedAt(Date.now());
        },
        onError: (failure) => {
          if (isProblem(failure, 412, 423))
            void queries.invalidateQueries({ queryKey: settingsKey });
        },
      },
    );
  };
  const keep = () => {
    change.reset();
    if (draft) drafts.put(setting.key, { ...draft, version: setting.version });
  };
  const toDefault = () => {
    const { key, value } = setting;
    reset.mutateAsync(setting).then(({ version }) => {
      discard();
      toastUndo(text.wasReset(label), text.undone(label), () =>
        change.mutateAsync({ key, value, version }),
      );
    }, toastFailure);
  };

  const refused = isProblem(change.error, 400, 422) ? change.error.errors[0] : undefined;
  return {
    value: draft?.value ?? setting.value,
    dirty: draft !== undefined,
    saving: change.isPending || reset.isPending,
    savedAt,
    stale,
    error: missing ? shared.required : refused?.message,
    failure: stale || refused ? null : change.error,
    edit,
    discard,
    save,
    keep,
    toDefault,
  };
}
