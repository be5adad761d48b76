import { catalogue } from '@/admin/lib/i18n';

export const trendWords = catalogue(
  { asTable: 'Show as a table', time: 'Time' },
  { asTable: 'Als Tabelle zeigen', time: 'Zeit' },
);
