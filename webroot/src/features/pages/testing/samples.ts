import type { Block, BlockOf, PageSummary, Picture } from '../view';
import face from './art/face.svg';
import flow from './art/flow.svg';
import plant from './art/plant.svg';
import { doc, heading, linked, list, paragraph, strong, text } from './rich';

export const pictures = {
  plant: { src: plant, alt: 'A factory with four machines in a row', width: 1200, height: 800 },
  flow: { src: flow, alt: 'Three lines that meet in one point', width: 1200, height: 800 },
  face: { src: face, alt: 'Portrait of Ines Brandt', width: 200, height: 200 },
} satisfies Record<string, Picture>;

export const article = doc(
  paragraph(
    'A line that stops for four minutes, forty times a week, costs a plant ',
    strong('more than one long breakdown'),
    '. It is also harder to see: nobody writes a report about four minutes.',
  ),
  heading(2, 'Where the minutes go'),
  paragraph(
    'We read the signals the controllers already send and put them next to the shift book. ',
    linked('The method', '/services/data-platforms'),
    ' needs no new sensor; a value such as ',
    text('state = 3', { type: 'code' }),
    ' is enough.',
  ),
  list(
    'bulletList',
    'Stops shorter than five minutes were never recorded.',
    'Two of eleven stations caused most of them.',
    'The cause was the same part, from the same supplier.',
  ),
  heading(3, 'What a week of data shows'),
  paragraph('Three figures are enough to decide, and all of them were there before we came.'),
  list('orderedList', 'Count the stops.', 'Sort by station.', 'Ask the people who stand there.'),
  {
    type: 'blockquote',
    content: [paragraph('We had been repairing the loud machine. The quiet one cost us more.')],
  },
  heading(2, 'The query'),
  {
    type: 'codeBlock',
    attrs: { language: 'sql' },
    content: [
      {
        type: 'text',
        text: "SELECT station, count(*) AS stops, sum(lasted) AS lost\n  FROM stop\n WHERE began >= now() - interval '7 days' AND lasted < interval '5 minutes'\n GROUP BY station ORDER BY lost DESC;",
      },
    ],
  },
  heading(2, 'What changed'),
  paragraph(
    'The part was replaced in one weekend. Output rose by six percent, with nothing bought.',
  ),
  { type: 'horizontalRule' },
  paragraph(text('Figures of one plant over twelve weeks in 2025.', { type: 'em' })),
);

export const posts: PageSummary[] = [
  ['Four minutes, forty times a week', 'blog', plant],
  ['Six weeks to a line that explains itself', 'caseStudy', flow],
  ['A second office opens in Leipzig', 'news', null],
].map(([title, type, src], index) => ({
  id: `00000000-0000-4000-8000-00000000000${index}`,
  type: type as PageSummary['type'],
  path: `/resources/blog/sample-${index}`,
  title: title ?? '',
  excerpt: 'What the signals say that your controllers already send, and what they are worth.',
  publishedAt: `2026-0${index + 2}-14T08:00:00Z`,
  tags: ['automation'],
  readingMinutes: 6,
  ...(src !== null && { picture: { src: src ?? '', alt: '', width: 1200, height: 800 } }),
}));

const features = (
  key: string,
  columns: 2 | 3 | 4,
  links: boolean,
  titled = true,
): BlockOf<'features'> => ({
  type: 'features',
  key,
  ...(titled && {
    title: 'What we take off your hands',
    intro:
      'Four kinds of work, one team. Each begins with a look at what is there, and ends with figures you can check.',
  }),
  columns,
  items: (
    [
      [
        'workflow',
        'Process automation',
        'Orders, releases and reports run by themselves; people decide where it matters.',
      ],
      [
        'database',
        'Data platforms',
        'One place for the figures of machines, warehouse and accounting, current to the minute.',
      ],
      [
        'bot',
        'AI assistants',
        'Answers from your own documents, with the page they come from, inside your own network.',
      ],
      [
        'plug',
        'Systems integration',
        'ERP, shop floor and partners talk to each other, and you see when they do not.',
      ],
    ] as const
  )
    .slice(0, columns === 3 ? 3 : 4)
    .map(([icon, title, words]) => ({
      icon,
      title,
      text: words,
      ...(links && { link: { label: 'See how', href: '/services/process-automation' } }),
    })),
});

const actions: BlockOf<'cta'>['actions'] = [
  { label: 'Book a meeting', href: '/contact/booking' },
  { label: 'See our services', href: '/services' },
];

const faq: BlockOf<'faq'> = {
  type: 'faq',
  key: 'faq',
  title: 'What people ask first',
  items: [
    {
      question: 'How long until something runs?',
      answer: doc(
        paragraph('Six weeks to a first line in operation, in most plants we have seen.'),
      ),
    },
    {
      question: 'Do our data leave the house?',
      answer: doc(
        paragraph('Not unless you want them to. Three ways are common:'),
        list(
          'bulletList',
          'on your machines',
          'in a data centre of your choice',
          'both, split by purpose',
        ),
      ),
    },
    {
      question: 'What does it cost?',
      answer: doc(
        paragraph('A fixed price for each step; see ', linked('our prices', '/pricing'), '.'),
      ),
    },
  ],
};

const pricing: BlockOf<'pricing'> = {
  type: 'pricing',
  key: 'pricing',
  title: 'Prices that fit on one page',
  intro:
    'Each step has a fixed price and an end. You decide after each whether there is a next one.',
  plans: [
    {
      name: 'Look',
      price: '€4,900',
      unit: 'once, two weeks',
      text: 'We find out where your money goes.',
      points: ['Two days on site', 'Figures of one line', 'A list of measures by return'],
      action: { label: 'Start with a look', href: '/contact' },
    },
    {
      name: 'Build',
      price: '€38,000',
      unit: 'once, six to ten weeks',
      text: 'One line, automated and handed over.',
      points: [
        'Everything in Look',
        'Fixed price and date',
        'Training of your team',
        'Twelve months of warranty',
      ],
      action: { label: 'Plan a build', href: '/contact' },
      featured: true,
    },
    {
      name: 'Run',
      price: '€1,450',
      unit: 'a month',
      points: ['Watched around the clock', 'A named engineer', 'Answer within two hours'],
      action: { label: 'Ask about Run', href: '/contact' },
    },
  ],
  note: 'All prices plus VAT.',
};

const voices: BlockOf<'testimonials'>['items'] = [
  {
    quote:
      'For the first time the shift leads and the controllers look at the same figure. That alone ended two meetings a week.',
    name: 'Ines Brandt',
    role: 'Head of Production',
    company: 'Nordwerk Pumpen',
    picture: pictures.face,
  },
  {
    quote: 'They told us what not to automate. We trusted the rest after that.',
    name: 'Tobias Rehm',
    role: 'Managing Director',
    company: 'Helma Logistik',
  },
];

/** Every kind of block with what it can look like. */
export const blocks: Block[] = [
  {
    type: 'hero',
    key: 'hero-large',
    badge: 'Automation, data and AI',
    title: 'Automation that earns its keep',
    subtitle:
      'We automate the work nobody should do by hand, in plants and offices of mid-sized industry. Fixed price, visible figures, no slides.',
    actions,
    background: { kind: 'gradient', tone: 'plain' },
    size: 'large',
  },
  {
    type: 'hero',
    key: 'hero-ink',
    badge: 'With a picture',
    title: 'A platform for every figure you have',
    subtitle: 'Machines, warehouse and accounting in one place.',
    actions,
    background: { kind: 'gradient', tone: 'ink' },
    picture: pictures.flow,
  },
  {
    type: 'hero',
    key: 'hero-violet',
    title: 'Centred on violet',
    subtitle: 'With one action less.',
    actions: actions.slice(0, 1),
    background: { kind: 'gradient', tone: 'violet' },
    align: 'center',
    size: 'small',
  },
  {
    type: 'hero',
    key: 'hero-solid',
    title: 'Solid and sunken',
    background: { kind: 'solid', tone: 'sunken' },
    size: 'small',
  },
  {
    type: 'hero',
    key: 'hero-image',
    badge: 'Picture behind',
    title: 'Words stay readable whatever is behind them',
    subtitle: 'A veil keeps the contrast.',
    actions,
    background: {
      kind: 'image',
      picture: { ...pictures.plant, alt: '', focalX: 0.3, focalY: 0.6 },
    },
  },
  { type: 'richText', key: 'text', text: article, contents: true },
  features('features-3', 3, true),
  features('features-4', 4, false),
  {
    type: 'stats',
    key: 'stats',
    title: 'Ten years in figures',
    items: [
      { value: '140+', label: 'lines in operation' },
      {
        value: '6.2 %',
        label: 'more output on average',
        note: 'Median of 31 plants, 2023 to 2025',
      },
      { value: '€1.9m', label: 'saved in the largest project' },
      { value: '62', label: 'people in Berlin and Leipzig' },
    ],
  },
  { type: 'testimonials', key: 'voices', title: 'What customers say', items: voices },
  { type: 'testimonials', key: 'voice', items: voices.slice(0, 1) },
  faq,
  pricing,
  {
    type: 'image',
    key: 'image',
    picture: pictures.plant,
    caption: 'The line at Nordwerk Pumpen, as the dashboard draws it.',
    size: 'wide',
  },
  {
    type: 'image',
    key: 'image-text',
    picture: pictures.flow,
    caption: 'As wide as the text.',
    size: 'text',
  },
  {
    type: 'gallery',
    key: 'gallery',
    title: 'From the workshop',
    items: [
      { picture: pictures.plant, caption: 'Before' },
      { picture: pictures.flow, caption: 'After' },
      { picture: { ...pictures.plant, alt: 'The same plant again' } },
    ],
  },
  {
    type: 'video',
    key: 'video',
    title: 'A line in ninety seconds',
    source: { kind: 'youtube', id: 'a1b2c3d4e5f' },
    poster: pictures.flow,
    caption: 'Ninety seconds from order to pallet.',
  },
  {
    type: 'quote',
    key: 'quote',
    text: 'We had been repairing the loud machine. The quiet one cost us more.',
    name: 'Ines Brandt',
    role: 'Head of Production, Nordwerk Pumpen',
  },
  {
    type: 'code',
    key: 'code',
    language: 'java',
    code: 'var stops = lines.stream()\n    .filter(line -> line.stopped().compareTo(Duration.ofMinutes(5)) < 0)\n    .count();',
    caption: 'Counting short stops.',
  },
  { type: 'divider', key: 'divider' },
  {
    type: 'columns',
    key: 'columns',
    ratio: 'wide-left',
    columns: [
      {
        blocks: [
          {
            type: 'richText',
            key: 'left',
            text: doc(
              heading(2, 'Side by side'),
              paragraph('Columns hold blocks of their own and stand below each other on a phone.'),
            ),
          },
        ],
      },
      { blocks: [{ type: 'quote', key: 'right', text: 'Short is kind.', name: 'House rule' }] },
    ],
  },
  {
    type: 'section',
    key: 'section-sunken',
    badge: 'How we work',
    title: 'Three steps, each with an end',
    intro: 'You may stop after any of them and keep what was made.',
    tone: 'sunken',
    blocks: [features('in-section', 3, false, false)],
  },
  {
    type: 'section',
    key: 'section-ink',
    badge: 'Security',
    title: 'Your data stay where you want them',
    tone: 'ink',
    blocks: [
      {
        type: 'stats',
        key: 'ink-stats',
        items: [
          { value: '0', label: 'documents outside your network' },
          { value: '24/7', label: 'watched' },
        ],
      },
      { ...faq, key: 'ink-faq', title: 'Asked by every IT department' },
    ],
  },
  {
    type: 'section',
    key: 'section-violet',
    title: 'A violet stage, as wide as text',
    tone: 'violet',
    width: 'text',
    blocks: [
      {
        type: 'richText',
        key: 'violet-text',
        text: doc(
          paragraph(
            'Everything on it takes its colours from it, ',
            linked('links', '/about'),
            ' too.',
          ),
        ),
      },
    ],
  },
  {
    type: 'postList',
    key: 'post-cards',
    title: 'From the blog',
    types: ['blog'],
    link: { label: 'All articles', href: '/resources/blog' },
  },
  {
    type: 'postList',
    key: 'post-rows',
    title: 'As a list',
    types: ['blog', 'news'],
    layout: 'list',
  },
  { type: 'postList', key: 'post-none', title: 'An empty list', types: ['news'] },
  { type: 'siteIndex', key: 'index', title: 'Every page' },
  {
    type: 'html',
    key: 'html',
    html: '<h2>From elsewhere</h2><p>Markup that the server has <strong>cleaned</strong>.</p><table><caption>Plans</caption><thead><tr><th scope="col">Included</th><th scope="col">Day</th><th scope="col">Around the clock</th></tr></thead><tbody><tr><th scope="row">Reply</th><td>within 4 hours</td><td>within 30 minutes</td></tr></tbody></table>',
  },
  {
    type: 'cta',
    key: 'cta-violet',
    title: 'Not sure yet?',
    text: 'Thirty minutes are enough to find out.',
    actions: actions.slice(0, 1),
    tone: 'violet',
  },
  { type: 'cta', key: 'cta-plain', title: 'A quieter invitation', actions, tone: 'plain' },
  {
    type: 'cta',
    key: 'cta',
    title: 'Let us look at one line together',
    text: 'Half an hour, by video or at your plant. You leave with three figures.',
    actions,
  },
];
