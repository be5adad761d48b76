import type { Locale } from '@/lib/locale';

const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const monday = Date.UTC(2024, 0, 1);

/** The plan of a tick in words; a plan of a form that is new here stays as it is. */
export function cadenceInWords(cadence: string, locale: Locale): string {
  const every = /^every (PT\S+?)(?: at (PT\S+))?$/.exec(cadence);
  if (every?.[1] !== undefined) return repeated(every[1], every[2], locale);
  const daily = /^daily at (\d\d:\d\d)\S* (\S+)$/.exec(cadence);
  if (daily?.[1] !== undefined) {
    const zone = zoneName(daily[2]);
    return locale === 'de' ? `täglich um ${daily[1]} ${zone}` : `daily at ${daily[1]} ${zone}`;
  }
  const weekly = /^weekly on (\S+) at (\d\d:\d\d)\S* (\S+)$/i.exec(cadence);
  if (weekly?.[1] === undefined || weekly[2] === undefined) return cadence;
  const day = weekday(weekly[1], locale);
  const zone = zoneName(weekly[3]);
  return locale === 'de' ? `${day}s um ${weekly[2]} ${zone}` : `${day}s at ${weekly[2]} ${zone}`;
}

function repeated(period: string, offset: string | undefined, locale: Locale): string {
  const [count, unit] = lasting(period);
  if (unit === '') return period;
  const name = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(
    count,
  );
  const beginning = locale === 'de' ? `alle ${name}` : `every ${name}`;
  if (offset === undefined) return beginning;
  const [late, lateUnit] = lasting(offset);
  if (lateUnit !== 'minute' || unit !== 'hour') return beginning;
  return locale === 'de' ? `${beginning}, Minute ${late}` : `${beginning}, minute ${late}`;
}

function lasting(duration: string): [number, '' | 'hour' | 'minute' | 'second'] {
  const found = /^PT(\d+)([HMS])$/.exec(duration);
  if (!found) return [0, ''];
  const unit = found[2] === 'H' ? 'hour' : found[2] === 'M' ? 'minute' : 'second';
  return [Number(found[1]), unit];
}

function zoneName(zone: string | undefined): string {
  return zone === undefined || zone === 'Z' ? 'UTC' : zone;
}

function weekday(name: string, locale: Locale): string {
  const index = days.indexOf(name.toUpperCase());
  if (index < 0) return name;
  const at = new Date(monday + index * 86_400_000);
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(at);
}
