import { Icon } from '@/components/ui/icon';
import { ButtonLink } from '@/components/ui/button';
import { useMessages } from '@/lib/locale';
import { wordsOf } from '@/lib/phone';
import { BlockHead } from '../components/block-head';
import { Heading } from '../components/heading';
import { below, type BlockOf, type BlockProps, type Level } from '../view';
import './pricing.css';

type Plan = BlockOf<'pricing'>['plans'][number];

export function PricingBlock({ block, level }: BlockProps<'pricing'>) {
  const planLevel = block.title ? below(level) : level;
  return (
    <section className="block">
      <BlockHead level={level} title={block.title} intro={block.intro} />
      <ul className="pricing">
        {block.plans.map((plan, index) => (
          <li key={index} className={plan.featured ? 'plan plan--featured tone tone--ink' : 'plan'}>
            <PlanView plan={plan} level={planLevel} />
          </li>
        ))}
      </ul>
      {block.note && <p className="pricing__note">{block.note}</p>}
    </section>
  );
}

function PlanView({ plan, level }: { plan: Plan; level: Level }) {
  const messages = useMessages();
  return (
    <>
      <div className="plan__name">
        <Heading level={level}>{plan.name}</Heading>
        {plan.featured && <span className="plan__mark">{messages.mostChosen}</span>}
      </div>
      <div className="plan__text">{plan.text}</div>
      <p className="plan__price">
        <strong>{plan.price}</strong> {plan.unit && <span>{plan.unit}</span>}
      </p>
      <ButtonLink
        href={plan.action.href}
        kind={plan.action.style ?? (plan.featured ? 'primary' : 'secondary')}
      >
        {wordsOf(plan.action.href, plan.action.label)}
      </ButtonLink>
      <ul className="plan__points">
        {plan.points.map((point, index) => (
          <li key={index}>
            <Icon name="check" size={18} />
            {point}
          </li>
        ))}
      </ul>
    </>
  );
}
