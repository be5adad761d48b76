import { useMessages } from '@/lib/locale';
import { BlockHead } from '../components/block-head';
import { Heading } from '../components/heading';
import { below, useList, type BlockProps, type PageSummary } from '../view';
import './site-index.css';

export function SiteIndexBlock({ block, level }: BlockProps<'siteIndex'>) {
  const messages = useMessages();
  const groups = groupsOf(useList(block.key));
  return (
    <section className="block">
      <BlockHead level={level} title={block.title} />
      <div className="site-index">
        {groups.map(([name, pages]) => {
          const root = pages.find((page) => partsOf(page).length <= 1);
          return (
            <div key={name} className="site-index__group">
              <Heading level={block.title ? below(level) : level}>
                {name === '' ? messages.general : (root?.title ?? capitalized(name))}
              </Heading>
              <ul>
                {pages.map((page) => (
                  <li key={page.id}>
                    <a href={page.path}>{page.title}</a>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </div>
    </section>
  );
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
}

function partsOf(page: PageSummary): string[] {
  const parts = page.path.split('/').filter(Boolean);
  return parts[0] === 'de' ? parts.slice(1) : parts;
}

/** Pages by the first part of their path: what has parts of its own first, single pages under "" last. */
function groupsOf(pages: PageSummary[]): [string, PageSummary[]][] {
  const byPart = new Map<string, PageSummary[]>();
  for (const page of [...pages].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const [first = ''] = partsOf(page);
    byPart.set(first, [...(byPart.get(first) ?? []), page]);
  }
  const groups = [...byPart].filter(([, group]) => group.length > 1);
  const single = [...byPart]
    .filter(([, group]) => group.length === 1)
    .flatMap(([, group]) => group);
  return single.length > 0 ? [['', single], ...groups] : groups;
}
