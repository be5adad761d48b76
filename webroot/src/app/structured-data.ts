import { trailOf } from '@/features/pages/lib/trail';
import type { Block, Frame, PageView, RichText, RichTextNode } from '@/features/pages/view';
import { catalogues } from '@/lib/locale';

type Thing = Record<string, unknown>;

const articleTypes = { blog: 'BlogPosting', caseStudy: 'Article', news: 'NewsArticle' } as const;

/** What the page is, in the words of schema.org. */
export function structuredData(page: PageView, frame: Frame): Thing[] {
  const base = frame.site.baseUrl.replace(/\/$/, '');
  const things: Thing[] = [mainThing(page, frame, base)];
  if (page.path === '/' || page.path === '/de') things.push(organization(frame, base));
  if (page.breadcrumbs.length > 0) things.push(breadcrumbs(page, base));
  const questions = faqItems(page.blocks);
  if (questions.length > 0) {
    things.push({ ...thing('FAQPage'), inLanguage: page.locale, mainEntity: questions });
  }
  return things;
}

function thing(type: string): Thing {
  return { '@context': 'https://schema.org', '@type': type };
}

function mainThing(page: PageView, { site }: Frame, base: string): Thing {
  const common = {
    url: base + page.path,
    inLanguage: page.locale,
    description: page.seo.description,
    ...(page.picture && { image: base + page.picture.src }),
  };
  if (page.path === '/' || page.path === '/de') {
    return { ...thing('WebSite'), name: site.name, alternateName: site.tagline, ...common };
  }
  if (page.type === 'page' || page.type === 'landing') {
    return { ...thing('WebPage'), name: page.title, dateModified: page.updatedAt, ...common };
  }
  return {
    ...thing(articleTypes[page.type]),
    headline: page.title,
    datePublished: page.publishedAt,
    dateModified: page.updatedAt,
    author: page.author
      ? { '@type': 'Person', name: page.author }
      : { '@type': 'Organization', name: site.name },
    publisher: { '@type': 'Organization', name: site.name, url: base },
    keywords: page.tags.join(', '),
    ...common,
  };
}

function organization({ site }: Frame, base: string): Thing {
  return {
    ...thing('Organization'),
    name: site.name,
    url: base,
    slogan: site.tagline,
    email: site.contactEmail,
    ...(site.phone !== undefined && { telephone: site.phone }),
    ...(site.address !== undefined && { address: site.address.split('\n').join(', ') }),
  };
}

function breadcrumbs(page: PageView, base: string): Thing {
  return {
    ...thing('BreadcrumbList'),
    itemListElement: trailOf(page, catalogues[page.locale].home).map((crumb, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: crumb.title,
      item: base + crumb.path,
    })),
  };
}

function faqItems(blocks: Block[]): Thing[] {
  return blocks.flatMap((block) => {
    if (block.type === 'section') return faqItems(block.blocks);
    if (block.type === 'columns') return block.columns.flatMap((column) => faqItems(column.blocks));
    if (block.type !== 'faq') return [];
    return block.items.map((item) => ({
      '@type': 'Question',
      name: item.question,
      acceptedAnswer: { '@type': 'Answer', text: plainText(item.answer) },
    }));
  });
}

function plainText(text: RichText): string {
  return text.content.map(textOf).join(' ').trim();
}

function textOf(node: RichTextNode): string {
  switch (node.type) {
    case 'horizontalRule':
      return '';
    case 'bulletList':
    case 'orderedList':
      return node.content.map((item) => item.content.map(textOf).join(' ')).join(', ');
    case 'blockquote':
      return node.content.map(textOf).join(' ');
    case 'paragraph':
    case 'heading':
    case 'codeBlock':
      return (node.content ?? []).map((part) => ('text' in part ? part.text : ' ')).join('');
  }
}
