const shape = /^(\d{4})-(\d\d)-(\d\d)$/;

/** When a day begins for who looks at it; undefined for what is no day. */
export function startOfDay(day: string): string | undefined {
  const [, year, month, date] = (shape.exec(day) ?? []).map(Number);
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const start = new Date(year, month - 1, date);
  return start.getMonth() === month - 1 && start.getFullYear() === year
    ? start.toISOString()
    : undefined;
}
