import { Alert } from '@mantine/core';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useFormat } from '@/admin/lib/format';
import { useWords } from '@/admin/lib/i18n';
import type { Verdict } from '../api/verify-audit';
import { words } from '../words';

export function VerdictNotice({ verdict, onClose }: { verdict: Verdict; onClose: () => void }) {
  const text = useWords(words);
  const { number } = useFormat();
  const { intact, entries, seals, unsealed, firstBroken } = verdict;
  const Icon = intact ? ShieldCheck : ShieldAlert;
  return (
    <Alert
      mb="md"
      variant="light"
      color={intact ? 'green' : 'red'}
      role={intact ? 'status' : 'alert'}
      title={intact ? text.intact : text.broken}
      icon={<Icon size={20} strokeWidth={1.5} aria-hidden />}
      withCloseButton
      closeButtonLabel={text.closeVerdict}
      onClose={onClose}
    >
      {firstBroken
        ? text.brokenText(number(firstBroken.seal), firstBroken.reason)
        : text.intactText(number(entries), number(seals), number(unsealed))}
    </Alert>
  );
}
