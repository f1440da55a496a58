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
 * are higher than the window; resolves once the page rests.
 */
export async function bringIntoView(
  all: readonly Element[],
  core: Element,
): Promise<void> {
  const edges = all.map((element) => element.getBoundingClientRect());
  const top = Math.min(...edges.map((edge) => edge.top));
  const bottom = Math.max(...edges.map((edge) => edge.bottom));
  const room = window.innerHeight - margin.above - margin.below;
  const { top: coreTop, bottom: coreBottom } = core.getBoundingClientRect();
  const fits = bottom - top <= room;
  const by = scrollFor(
    fits ? top : coreTop,
    fits ? bottom : coreBottom,
    window.innerHeight,
  );
  if (by === 0) return;
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  window.scrollBy({ top: by, behavior: still ? "instant" : "smooth" });
  if (still) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, patience);
    const rested = () => {
      clearTimeout(timer);
      resolve();
    };
    window.addEventListener("scrollend", rested, { once: true });
  });
}
