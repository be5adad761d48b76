import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Pill, type Tone } from '@/components/ui/pill';
import { paths } from '@/config/paths';
import { useMessages } from '@/lib/locale';
import type { Messages } from '@/lib/messages/en';
import type { SystemState } from '../api/use-system-state';
import { SystemFacts } from './system-facts';
import './system-status.css';

interface Look {
  tone: Tone;
  label: keyof Messages;
  text: keyof Messages;
  hint: keyof Messages;
}

const looks: Record<SystemState['status'], Look> = {
  loading: {
    tone: 'quiet',
    label: 'stateLoading',
    text: 'stateLoadingText',
    hint: 'stateRefreshes',
  },
  healthy: {
    tone: 'success',
    label: 'stateHealthy',
    text: 'stateHealthyText',
    hint: 'stateRefreshes',
  },
  degraded: {
    tone: 'warn',
    label: 'stateDegraded',
    text: 'stateDegradedText',
    hint: 'stateRefreshes',
  },
  unhealthy: {
    tone: 'danger',
    label: 'stateUnhealthy',
    text: 'stateUnhealthyText',
    hint: 'stateRefreshes',
  },
  unreachable: {
    tone: 'danger',
    label: 'stateUnreachable',
    text: 'stateUnreachableText',
    hint: 'stateUnreachableAdvice',
  },
};

interface SystemStatusProps {
  state: SystemState;
  onCheck: () => void;
}

export function SystemStatus({ state, onCheck }: SystemStatusProps) {
  const messages = useMessages();
  const look = looks[state.status];
  return (
    <Card as="section" className="system-status" aria-labelledby="state-heading">
      <div className="system-status__answer">
        <div className="system-status__head">
          <h2 id="state-heading">{messages.stateHeading}</h2>
          <Pill tone={look.tone}>{messages[look.label]}</Pill>
        </div>
        <p className="system-status__text" role="status">
          {messages[look.text]}
        </p>
        <SystemFacts site={state.site} answeredAt={state.answeredAt} status={state.status} />
        <div className="system-status__foot">
          <p>{messages[look.hint]}</p>
          <Button kind="quiet" onClick={onCheck}>
            {state.status === 'unreachable' ? messages.tryAgain : messages.checkNow}
          </Button>
        </div>
      </div>
      <noscript>
        <p>
          {messages.stateNoScript} <a href={paths.api.health}>{paths.api.health}</a>
        </p>
      </noscript>
    </Card>
  );
}
