// Long computations in the page itself, a few milliseconds at a time.
import type { Sliced } from "@/labs/landscape/loss-surface";

/** The longest slice in milliseconds: the page answers in between. */
const longest = 8;

/**
 * Works slice by slice until it is stopped; calls `done` with the outcome. It takes a
 * `share` of the page's time, all that is free if left out.
 */
export function beginSliced<T>(
  work: Sliced<T>,
  done: (value: T) => void,
  share = 1,
): () => void {
  let timer: ReturnType<typeof setTimeout>;
  function go() {
    const begun = performance.now();
    const until = begun + longest;
    do {
      const slice = work.next();
      if (slice.done) return done(slice.value);
    } while (performance.now() < until);
    timer = setTimeout(go, (performance.now() - begun) * (1 / share - 1));
  }
  timer = setTimeout(go);
  return () => clearTimeout(timer);
}
