import { Icon } from '@/components/ui/icon';
import { wordsOf } from '@/lib/phone';
import type { Link } from '../view';
import './more-link.css';

export function MoreLink({ link }: { link: Link }) {
  const outside = link.href.startsWith('https://');
  return (
    <a className="more-link" href={link.href}>
      {wordsOf(link.href, link.label)}
      <Icon name={outside ? 'arrow-up-right' : 'arrow-right'} size={18} />
    </a>
  );
}
