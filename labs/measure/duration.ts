const units = [
  { unit: "s", milliseconds: 1000 },
  { unit: "ms", milliseconds: 1 },
  { unit: "µs", milliseconds: 1e-3 },
  { unit: "ns", milliseconds: 1e-6 },
] as const;

/** A time given in milliseconds, in the unit that suits it, with two digits or three. */
export function durationText(time: number): string {
  const fits = units.find(({ milliseconds }) => time >= 0.9995 * milliseconds);
  const { unit, milliseconds } = fits ?? units[3];
  const value = time / milliseconds;
  return `${Number(value.toPrecision(value < 100 ? 2 : 3))} ${unit}`;
}
