import { Heading } from './heading';
import type { Level } from '../view';
import './block-head.css';

interface BlockHeadProps {
  level: Level;
  badge?: string | undefined;
  title?: string | undefined;
  intro?: string | undefined;
}

export function BlockHead({ level, badge, title, intro }: BlockHeadProps) {
  if (!title && !intro && !badge) return null;
  return (
    <div className="block-head">
      <div>
        {badge && <p className="badge">{badge}</p>}
        {title && <Heading level={level}>{title}</Heading>}
      </div>
      {intro && <p className="block-head__intro">{intro}</p>}
    </div>
  );
}
