const browsers: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** "Firefox, Windows" for what a browser says of itself; programs keep the first word of theirs. */
export function deviceName(agent: string): string {
  const of = (known: [RegExp, string][]) => known.find(([sign]) => sign.test(agent))?.[1];
  const parts = [of(browsers), of(systems)].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(', ') : (agent.split(/[\s/]/)[0] ?? agent);
}
