import { Icon } from '@/components/ui/icon';
import { useMessages } from '@/lib/locale';
import { trailOf } from '@/features/pages/lib/trail';
import type { PageView } from '@/features/pages/view';
import './breadcrumbs.css';

export function Breadcrumbs({ page }: { page: PageView }) {
  const messages = useMessages();
  const trail = trailOf(page, messages.home);
  if (trail.length < 2 || page.type === 'landing') return null;
  return (
    <nav className="breadcrumbs" aria-label={messages.breadcrumbs}>
      <ol>
        {trail.map((crumb, index) => {
          const last = index === trail.length - 1;
          return (
            <li key={crumb.path}>
              {index > 0 && <Icon name="chevron-right" size={14} />}
              <a href={crumb.path} aria-current={last ? 'page' : undefined}>
                {crumb.title}
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
