import type { Locale } from '@/lib/locale';

/** Every address the pages use that no content names; nothing else in the source spells one. */
export const paths = {
  home: (locale: Locale) => (locale === 'de' ? '/de' : '/'),
  api: {
    frame: (locale: Locale) => `/api/v1/frame/${locale}`,
    page: (locale: Locale, address: string) => `/api/v1/pages/${locale}/${address}`,
    contract: '/api/v1/openapi.yaml',
  },
  video: {
    youtube: (id: string) => `https://www.youtube-nocookie.com/embed/${id}?autoplay=1&rel=0`,
    vimeo: (id: string) => `https://player.vimeo.com/video/${id}?autoplay=1&dnt=1`,
  },
  videoPage: {
    youtube: (id: string) => `https://www.youtube.com/watch?v=${id}`,
    vimeo: (id: string) => `https://vimeo.com/${id}`,
  },
} as const;

const notPages = /^\/(api|admin|docs|assets|art|media|health|ws|join)(\/|$)|\.[a-z0-9]{2,5}$/i;

/** Tells the pages of this site from files, feeds and the API. */
export function isPagePath(path: string): boolean {
  return !notPages.test(path);
}

/** How the API calls the page at a path: without language and first slash, "~" between the parts. */
export function addressOf(path: string): string {
  const bare = path.replace(/^\/de(?=\/|$)/, '').replace(/^\/|\/$/g, '');
  return bare === '' ? '~' : bare.split('/').join('~');
}
