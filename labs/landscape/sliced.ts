/**
 * A computation that can be left and taken up again: it yields after each small bit of
 * work, so that a page can do something else in between.
 */
export type Sliced<T> = Generator<void, T>;

/** What the computation comes to, all at once. */
export function finished<T>(work: Sliced<T>): T {
  for (;;) {
    const slice = work.next();
    if (slice.done) return slice.value;
  }
}
