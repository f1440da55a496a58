// Long computations in the page itself, a few milliseconds at a time.
import type { Sliced } from "@/labs/landscape/loss-surface";

/** The longest slice in milliseconds: the page answers in between. */
const longest = 8;

/** Works slice by slice until it is stopped; calls `done` with the outcome. */
export function beginSliced<T>(work: Sliced<T>, done: (value: T) => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  function go() {
    const until = performance.now() + longest;
    do {
      const slice = work.next();
      if (slice.done) return done(slice.value);
    } while (performance.now() < until);
    timer = setTimeout(go);
  }
  timer = setTimeout(go);
  return () => clearTimeout(timer);
}
