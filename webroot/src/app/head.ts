import { catalogues, locales } from '@/lib/locale';
import type { PageView, View } from '@/features/pages/view';
import { structuredData } from './structured-data';

export type HeadTag =
  | { tag: 'title'; text: string }
  | { tag: 'meta' | 'link'; attributes: Record<string, string> }
  | { tag: 'data'; value: unknown };

/** What {@link headOf} may have put into a document, to be taken out before the next page's. */
const ours =
  'meta[name="description"],meta[name="robots"],meta[name="author"],meta[property],meta[name^="twitter:"],link[rel="canonical"],link[rel="alternate"],script[type="application/ld+json"]';

export function headOf(view: View): HeadTag[] {
  const { site } = view.frame;
  if (view.kind !== 'page') {
    const messages = catalogues[view.frame.locale];
    return [
      { tag: 'title', text: withSiteName(messages[`${view.kind}Title`], site.name) },
      meta('description', messages[`${view.kind}Text`]),
      meta('robots', 'noindex'),
    ];
  }
  const { page } = view;
  return [
    { tag: 'title', text: titleOf(view) },
    meta('description', page.seo.description),
    ...(page.seo.noindex ? [meta('robots', 'noindex')] : addresses(page, site.baseUrl)),
    ...social(page, view),
    ...structuredData(page, view.frame).map((value): HeadTag => ({ tag: 'data', value })),
  ];
}

export function titleOf(view: View): string {
  const { site, locale } = view.frame;
  if (view.kind !== 'page') return withSiteName(catalogues[locale][`${view.kind}Title`], site.name);
  return withSiteName(view.page.seo.title, site.name);
}

function withSiteName(title: string, name: string): string {
  return title.includes(name) || title.length + name.length > 66 ? title : `${title} – ${name}`;
}

function addresses(page: PageView, baseUrl: string): HeadTag[] {
  const tags = [link('canonical', absolute(baseUrl, canonicalPath(page)))];
  for (const locale of locales) {
    const path = page.alternates[locale];
    if (path !== undefined) tags.push(link('alternate', absolute(baseUrl, path), locale));
  }
  if (page.alternates.en !== undefined) {
    tags.push(link('alternate', absolute(baseUrl, page.alternates.en), 'x-default'));
  }
  return tags;
}

/** A page that stands in for a missing translation is the English one. */
function canonicalPath(page: PageView): string {
  return (page.fallback ? page.alternates.en : undefined) ?? page.path;
}

function social(page: PageView, { frame }: View): HeadTag[] {
  const { site, locale } = frame;
  const article = page.type !== 'page' && page.type !== 'landing';
  const tags = [
    property('og:type', article ? 'article' : 'website'),
    property('og:site_name', site.name),
    property('og:title', page.seo.title),
    property('og:description', page.seo.description),
    property('og:url', absolute(site.baseUrl, canonicalPath(page))),
    property('og:locale', locale === 'de' ? 'de_DE' : 'en_GB'),
    meta('twitter:card', page.picture ? 'summary_large_image' : 'summary'),
  ];
  if (page.picture) {
    tags.push(
      property('og:image', absolute(site.baseUrl, page.picture.src)),
      property('og:image:width', String(page.picture.width)),
      property('og:image:height', String(page.picture.height)),
      property('og:image:alt', page.picture.alt),
    );
  }
  if (article) {
    tags.push(property('article:published_time', page.publishedAt));
    tags.push(property('article:modified_time', page.updatedAt));
    if (page.author !== undefined) tags.push(meta('author', page.author));
  }
  return tags;
}

export function absolute(baseUrl: string, path: string): string {
  return baseUrl.replace(/\/$/, '') + path;
}

function meta(name: string, content: string): HeadTag {
  return { tag: 'meta', attributes: { name, content } };
}

function property(name: string, content: string): HeadTag {
  return { tag: 'meta', attributes: { property: name, content } };
}

function link(rel: string, href: string, language?: string): HeadTag {
  const attributes = language === undefined ? { rel, href } : { rel, hreflang: language, href };
  return { tag: 'link', attributes };
}

export function headHtml(tags: HeadTag[]): string {
  return tags.map(htmlOf).join('');
}

function htmlOf(tag: HeadTag): string {
  if (tag.tag === 'title') return `<title>${escape(tag.text)}</title>`;
  if (tag.tag === 'data') {
    return `<script type="application/ld+json">${dataText(tag.value)}</script>`;
  }
  const attributes = Object.entries(tag.attributes).map(
    ([name, value]) => ` ${name}="${escape(value)}"`,
  );
  return `<${tag.tag}${attributes.join('')}>`;
}

/** Puts the head of another page into this document. */
export function showHead(tags: HeadTag[]): void {
  document.head.querySelectorAll(ours).forEach((element) => {
    element.remove();
  });
  for (const tag of tags) {
    if (tag.tag === 'title') {
      document.title = tag.text;
      continue;
    }
    const element = document.createElement(tag.tag === 'data' ? 'script' : tag.tag);
    if (tag.tag === 'data') {
      element.setAttribute('type', 'application/ld+json');
      element.textContent = dataText(tag.value);
    } else {
      for (const [name, value] of Object.entries(tag.attributes)) element.setAttribute(name, value);
    }
    document.head.append(element);
  }
}

function dataText(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
