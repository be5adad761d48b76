/** A round number at or above the highest value, so that the axis ends where it can be read. */
export function roundTop(values: readonly number[], least: number): number {
  const highest = Math.max(least, ...values.filter((value) => Number.isFinite(value)));
  const power = 10 ** Math.floor(Math.log10(highest));
  const step = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= highest - power * 1e-9) ?? 10;
  return Number((step * power).toPrecision(6));
}
