interface Spoken {
  number: (value: number) => string;
  bytes: (value: number) => string;
}

/** The findings of a probe as pairs, whatever it found. */
export function pairs(details: object, spoken: Spoken): [string, string][] {
  return Object.entries(details).map(([name, value]) => [name, inWords(name, value, spoken)]);
}

function inWords(name: string, value: unknown, spoken: Spoken): string {
  if (typeof value === 'number') {
    return name.endsWith('Bytes') ? spoken.bytes(value) : spoken.number(value);
  }
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null) {
    return pairs(value, spoken)
      .map(([inner, text]) => (Array.isArray(value) ? text : `${inner} ${text}`))
      .join(', ');
  }
  return String(value);
}
