import type { ReactNode } from 'react';
import { Skeleton } from '@/components/ui/skeleton';
import { useLocale, useMessages } from '@/lib/locale';
import type { SystemState } from '../api/use-system-state';

export function SystemFacts({ site, answeredAt, status }: SystemState) {
  const messages = useMessages();
  const locale = useLocale();
  const missing = status === 'loading' ? <Skeleton /> : messages.factUnknown;
  return (
    <dl className="system-facts">
      <Fact name={messages.factSite}>{site?.name ?? missing}</Fact>
      <Fact name={messages.factVersion}>{site?.version ?? missing}</Fact>
      <Fact name={messages.factEnvironment}>{site?.environment ?? missing}</Fact>
      <Fact name={messages.factChecked}>
        {answeredAt ? (
          <time dateTime={answeredAt.toISOString()}>
            {answeredAt.toLocaleTimeString(locale, { timeStyle: 'medium', hourCycle: 'h23' })}
          </time>
        ) : (
          missing
        )}
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
