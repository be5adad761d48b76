import { currentLocale, useAdminLocale } from './i18n';
import type { Locale } from '@/lib/locale';
import type { Schema } from '@/admin/schema';

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 30],
  ['month', 12],
  ['year', Number.POSITIVE_INFINITY],
];

export interface Format {
  number: (value: number) => string;
  percent: (share: number) => string;
  bytes: (value: number) => string;
  date: (instant: string) => string;
  dateTime: (instant: string) => string;
  time: (instant: string) => string;
  relative: (instant: string, now: number) => string;
}

export function useFormat(): Format {
  return formatFor(useAdminLocale());
}

export function formatFor(locale: Locale): Format {
  const tag = locale === 'de' ? 'de-DE' : 'en-GB';
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'medium' });
  const dateTime = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'medium' });
  const time = new Intl.DateTimeFormat(tag, { timeStyle: 'medium' });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  return {
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    bytes: (value) => bytes(value, number),
    date: (instant) => date.format(new Date(instant)),
    dateTime: (instant) => dateTime.format(new Date(instant)),
    time: (instant) => time.format(new Date(instant)),
    relative: (instant, now) => ago((Date.parse(instant) - now) / 1000, relative),
  };
}

export function localized(text: Schema<'ShortLocalized'>): string {
  return (currentLocale() === 'de' ? text.de : undefined) ?? text.en;
}

function ago(seconds: number, relative: Intl.RelativeTimeFormat): string {
  let value = seconds;
  for (const [unit, size] of steps) {
    if (Math.abs(value) < size) return relative.format(Math.round(value), unit);
    value /= size;
  }
  return '';
}

function bytes(value: number, number: Intl.NumberFormat): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  let left = value;
  let unit = 0;
  while (left >= 1024 && unit < units.length - 1) {
    left /= 1024;
    unit += 1;
  }
  return `${number.format(left)} ${units[unit] ?? ''}`;
}
