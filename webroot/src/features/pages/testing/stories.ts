import type { Block, Frame, PageView, View } from '../view';
import type { Locale } from '@/lib/locale';
import { article, blocks, pictures, posts } from './samples';

const words = {
  en: { services: 'Services', about: 'About', contact: 'Book a meeting', imprint: 'Imprint' },
  de: {
    services: 'Leistungen',
    about: 'Über uns',
    contact: 'Termin vereinbaren',
    imprint: 'Impressum',
  },
};

function samples(to: (path: string) => string) {
  return storyNames.map((name) => ({ label: name, href: to(`/stories/${name}`) }));
}

export function frameIn(locale: Locale): Frame {
  const word = words[locale];
  const to = (path: string) => (locale === 'de' ? `/de${path}` : path);
  const services = [
    'Process automation',
    'Data platforms',
    'AI assistants',
    'Systems integration',
    'Training',
  ];
  const items = services.map((label) => ({
    label,
    href: to(`/services/${label.toLowerCase().replaceAll(' ', '-')}`),
    text: 'What it does, in a line of its own',
  }));
  return {
    locale,
    site: {
      name: 'voltAIc Systems',
      tagline:
        locale === 'de' ? 'Automatisierung, die sich rechnet' : 'Automation that earns its keep',
      contactEmail: 'hello@voltaic.example',
      phone: '+49 30 5550 0142',
      address: 'Musterstraße 12\n10115 Berlin',
      baseUrl: 'https://voltaic.example',
    },
    menus: {
      main: [
        { label: word.services, href: to('/services'), items },
        { label: 'Industries', href: to('/industries'), items: items.slice(0, 3) },
        { label: 'Case studies', href: to('/case-studies') },
        { label: 'Pricing', href: to('/pricing') },
        { label: 'Resources', href: to('/resources'), items: items.slice(0, 2) },
        { label: word.about, href: to('/about') },
      ],
      action: { label: word.contact, href: to('/contact/booking') },
      footer: [
        { label: word.services, items },
        { label: 'Samples', items: samples(to) },
        { label: 'Resources', items: items.slice(0, 4) },
      ],
      legal: [
        { label: word.imprint, href: to('/legal/imprint') },
        { label: 'Privacy', href: to('/legal/privacy') },
      ],
    },
  };
}

function page(path: string, change: Partial<PageView>): PageView {
  return {
    id: '00000000-0000-4000-8000-000000000000',
    locale: 'en',
    type: 'page',
    path,
    title: 'Four minutes, forty times a week',
    excerpt:
      'Short stops cost more than long breakdowns. How to see them with the data you already have.',
    seo: {
      title: 'Four minutes, forty times a week',
      description: 'Short stops and what they cost.',
      noindex: false,
    },
    tags: ['automation', 'data-quality'],
    publishedAt: '2026-03-02T08:00:00Z',
    updatedAt: '2026-03-04T08:00:00Z',
    alternates: { en: path, de: `/de${path}` },
    fallback: false,
    breadcrumbs: [
      { title: 'Home', path: '/' },
      { title: 'Resources', path: '/resources' },
    ],
    blocks,
    lists: { 'post-cards': posts, 'post-rows': posts, index: posts, more: posts },
    ...change,
  };
}

const running: Block[] = [
  { type: 'richText', key: 'text', text: article },
  {
    type: 'image',
    key: 'picture',
    picture: pictures.plant,
    caption: 'The line, as drawn by its own data.',
  },
  { type: 'postList', key: 'more', title: 'Read on', types: ['blog'] },
];

const post = {
  author: 'Mara Lindqvist',
  readingMinutes: 6,
  picture: pictures.flow,
  blocks: running,
};

const kinds: Record<string, (path: string) => PageView> = {
  blocks: (path) => page(path, { breadcrumbs: [] }),
  article: (path) => page(path, { type: 'blog', ...post }),
  news: (path) => page(path, { type: 'news', ...post }),
  'case-study': (path) => page(path, { type: 'caseStudy', ...post, blocks: blocks.slice(8, 10) }),
  text: (path) =>
    page(path, {
      title: 'Privacy',
      blocks: [{ type: 'richText', key: 'text', text: article, contents: true }],
    }),
  landing: (path) =>
    page(path, {
      type: 'landing',
      blocks: [...blocks.slice(0, 1), ...blocks.slice(8, 9), ...blocks.slice(-1)],
    }),
  fallback: (path) =>
    page(path, { type: 'blog', ...post, fallback: true, alternates: { en: path.slice(3) } }),
};

const statuses = { 'not-found': 'notFound', error: 'error', maintenance: 'maintenance' } as const;

/** The sample behind /stories/NAME or /de/stories/NAME; what it does not know is not found. */
export function storyAt(path: string): View {
  const locale: Locale = path.startsWith('/de/') ? 'de' : 'en';
  const name = path.split('/').pop() ?? '';
  const frame = frameIn(locale);
  const status = Object.entries(statuses).find(([key]) => key === name)?.[1];
  const make = kinds[name === 'stories' ? 'blocks' : name];
  if (status === undefined && make) return { kind: 'page', path, frame, page: make(path) };
  return { kind: status ?? 'notFound', path, frame };
}

export const storyNames = [...Object.keys(kinds), ...Object.keys(statuses)];
