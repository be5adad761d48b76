import type { BlockProps } from '../view';
import './divider.css';

export function DividerBlock({ block }: BlockProps<'divider'>) {
  return (
    <div className="block block--text">
      <hr className={`divider divider--${block.style ?? 'line'}`} />
    </div>
  );
}
