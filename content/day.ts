// Days of the reader's own calendar, counted: one begins at midnight where the reader is.

const long = 24 * 60 * 60 * 1000;

/** No clock is further ahead; a later moment, out of an odd file, counts as this one. */
const last = Date.UTC(2200, 0, 1);

/** The day of a moment, both since 1970; the moment in milliseconds. */
export function dayOf(moment: number): number {
  const date = new Date(Math.min(moment, last));
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / long;
}

/** The moment at which a day begins, whatever the clocks did in between. */
export const startOf = (day: number): number => new Date(1970, 0, 1 + day).getTime();
