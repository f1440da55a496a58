// Scrolls what is about to move or to speak into sight.

/** Room that is left above and below, in pixels: for bars that lie over the page. */
const margin = { above: 16, below: 56 };

/** The longest that scrolling is waited for, in milliseconds. */
const patience = 700;

/**
 * By how many pixels a page must scroll so that all from `top` to `bottom` is in a window
 * of so much height; its beginning where it is higher than that.
 */
export function scrollFor(top: number, bottom: number, height: number): number {
  const first = top - margin.above;
  const last = bottom - (height - margin.below);
  if (first < 0) return first;
  return last > 0 ? Math.min(last, first) : 0;
}

/**
 * Scrolls the page until some elements are in sight together, or `core` alone where they
 * are higher than the window; resolves once they are.
 */
export async function bringIntoView(
  all: readonly Element[],
  core: Element,
): Promise<void> {
  const by = missing(all, core);
  if (by === 0) return;
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (!still) {
    window.scrollBy({ top: by, behavior: "smooth" });
    await rest();
  }
  // A page that moved meanwhile, or was too busy to scroll, goes the rest at once.
  window.scrollBy({ top: missing(all, core), behavior: "instant" });
}

/** By how much the page must scroll for them. */
function missing(all: readonly Element[], core: Element): number {
  const edges = all.map((element) => element.getBoundingClientRect());
  const top = Math.min(...edges.map((edge) => edge.top));
  const bottom = Math.max(...edges.map((edge) => edge.bottom));
  const { innerHeight } = window;
  if (bottom - top <= innerHeight - margin.above - margin.below) {
    return scrollFor(top, bottom, innerHeight);
  }
  const { top: first, bottom: last } = core.getBoundingClientRect();
  return scrollFor(first, last, innerHeight);
}

/** Resolves when the page has come to rest. */
function rest(): Promise<void> {
  return new Promise((resolve) => {
    const rested = () => {
      clearTimeout(timer);
      window.removeEventListener("scrollend", rested);
      resolve();
    };
    const timer = setTimeout(rested, patience);
    window.addEventListener("scrollend", rested);
  });
}
