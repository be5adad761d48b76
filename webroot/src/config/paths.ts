import type { Locale } from '@/lib/locale';

/** Every address the pages use; nothing else in the source spells one. */
export const paths = {
  home: (locale: Locale) => (locale === 'de' ? '/de' : '/'),
  docs: '/docs',
  api: {
    site: '/api/v1/site',
    health: '/api/v1/health',
    contract: '/api/v1/openapi.yaml',
  },
} as const;
