import { ButtonLink } from '@/components/ui/button';
import { wordsOf } from '@/lib/phone';
import type { Action } from '../view';
import './actions.css';

export function Actions({ actions }: { actions: Action[] | undefined }) {
  if (!actions?.length) return null;
  return (
    <p className="actions">
      {actions.map((action, index) => (
        <ButtonLink
          key={index}
          href={action.href}
          kind={action.style ?? (index === 0 ? 'primary' : 'secondary')}
        >
          {wordsOf(action.href, action.label)}
        </ButtonLink>
      ))}
    </p>
  );
}
