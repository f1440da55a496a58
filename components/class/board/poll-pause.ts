type Situation = {
  /** How many tries in a row failed. */
  failures: number;
  /** Whether the reader looks at something else. */
  hidden: boolean;
  /** How long the server asks to wait, in milliseconds; null where it does not. */
  wait: number | null;
};

const every = { shown: 2000, hidden: 30_000, failing: 60_000 };

/** How long to wait before the board is read again, in milliseconds. */
export function pollPause({ failures, hidden, wait }: Situation): number {
  const usual = hidden ? every.hidden : every.shown;
  const slower = Math.min(every.failing, usual * 2 ** Math.min(failures, 8));
  return Math.max(slower, wait ?? 0);
}
