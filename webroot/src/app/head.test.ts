import { beforeEach, expect, test } from 'vitest';
import { storyAt } from '@/features/pages/testing/stories';
import type { View } from '@/features/pages/view';
import { headHtml, headOf, showHead } from './head';

const article = '/stories/article';

function dataOf(view: View): Record<string, unknown>[] {
  return headOf(view)
    .filter((tag) => tag.tag === 'data')
    .map((tag) => tag.value as Record<string, unknown>);
}

function changed(change: object): View {
  const view = storyAt(article);
  if (view.kind !== 'page') throw new Error('The article is no page.');
  return { ...view, page: { ...view.page, ...change } };
}

beforeEach(() => {
  document.head.innerHTML = '';
});

test('names every language of a page and English for everybody else', () => {
  const html = headHtml(headOf(storyAt(article)));
  expect(html).toContain('<link rel="canonical" href="https://voltaic.example/stories/article">');
  expect(html).toContain('hreflang="de" href="https://voltaic.example/de/stories/article"');
  expect(html).toContain('hreflang="x-default" href="https://voltaic.example/stories/article"');
});

test('a page that stands in for a translation points to the English one', () => {
  const html = headHtml(headOf(storyAt('/de/stories/fallback')));
  expect(html).toContain('rel="canonical" href="https://voltaic.example/stories/fallback"');
  expect(html).not.toContain('hreflang="de"');
});

test('a hidden page is not indexed and names no address', () => {
  const html = headHtml(headOf(changed({ seo: { title: 'T', description: 'D', noindex: true } })));
  expect(html).toContain('<meta name="robots" content="noindex">');
  expect(html).not.toContain('canonical');
});

test.each(['notFound', 'error', 'maintenance'] as const)('%s is not indexed', (kind) => {
  const view: View = { kind, path: '/x', frame: storyAt(article).frame };
  expect(headHtml(headOf(view))).toContain('noindex');
});

test('describes an article, its way and its questions', () => {
  const types = dataOf(storyAt(article)).map((thing) => thing['@type']);
  expect(types).toEqual(['BlogPosting', 'BreadcrumbList']);
  expect(dataOf(storyAt('/stories/blocks')).map((thing) => thing['@type'])).toContain('FAQPage');
});

test('describes the company on the home page', () => {
  const types = dataOf(changed({ type: 'page', path: '/', breadcrumbs: [] })).map(
    (thing) => thing['@type'],
  );
  expect(types).toEqual(['WebSite', 'Organization']);
});

test('no content ends the head or its data early', () => {
  const seo = { title: '</title><script>"', description: '"><script>', noindex: false };
  const html = headHtml(headOf(changed({ seo, title: '</script><script>alert(1)</script>' })));
  expect(html).not.toContain('<script>');
  expect(html.match(/<\/script>/g)).toHaveLength(2);
});

test('the head of the next page takes the place of the one before', () => {
  showHead(headOf(storyAt(article)));
  const before = document.head.children.length;
  showHead(headOf(storyAt(article)));
  expect(document.head.children).toHaveLength(before);
  showHead(headOf(storyAt('/stories/error')));
  expect(document.querySelector('link[rel="canonical"]')).toBeNull();
  expect(document.title).toContain('could not be shown');
});
