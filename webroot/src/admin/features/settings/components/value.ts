import type { SettingValue } from '../api/list-settings';

export type Kind = 'flag' | 'number' | 'text' | 'lines' | 'localized';

/** What is typed so far: the value, and the version it was typed over. */
export interface Draft {
  value: SettingValue;
  version: number;
}

export interface Spoken {
  on: string;
  off: string;
  number: (value: number) => string;
}

/** How a setting is edited, as its default tells. */
export function kindOf(fallback: SettingValue): Kind {
  if (typeof fallback === 'boolean') return 'flag';
  if (typeof fallback === 'number') return 'number';
  if (typeof fallback === 'object') return 'localized';
  return fallback.includes('\n') ? 'lines' : 'text';
}

export function sameValue(one: SettingValue, other: SettingValue): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other;
  return one.en === other.en && (one.de ?? '') === (other.de ?? '');
}

/** A translation that was emptied is none. */
export function sendable(value: SettingValue): SettingValue {
  if (typeof value !== 'object') return typeof value === 'string' ? value.trim() : value;
  const { en, de } = value;
  return de === undefined || de.trim() === ''
    ? { en: en.trim() }
    : { en: en.trim(), de: de.trim() };
}

/** A value in words. */
export function written(value: SettingValue, spoken: Spoken): string {
  if (typeof value === 'boolean') return value ? spoken.on : spoken.off;
  if (typeof value === 'number') return spoken.number(value);
  if (typeof value === 'string') return value.replaceAll('\n', ', ');
  return [value.en, value.de].filter((text) => text !== undefined && text !== '').join(' · ');
}
