import { Icon } from '@/components/ui/icon';
import { useMessages } from '@/lib/locale';
import type { PageView } from '@/features/pages/view';
import './breadcrumbs.css';

export function Breadcrumbs({ page }: { page: PageView }) {
  const messages = useMessages();
  if (page.breadcrumbs.length < 2 || page.type === 'landing') return null;
  return (
    <nav className="breadcrumbs" aria-label={messages.breadcrumbs}>
      <ol>
        {page.breadcrumbs.map((crumb, index) => {
          const last = index === page.breadcrumbs.length - 1;
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
