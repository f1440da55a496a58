// Drawings that a page makes again and again by itself take turns, each followed by a rest
// that is the longer the longer it took. So the page stays free for its
// reader, on a phone as on a workstation.

/** The share of the main thread's time that such drawings may take together. */
export const drawingShare = 1 / 15;

/** The longest rest in milliseconds: on the slowest machine, too, something is seen to go on. */
export const longestRest = 2000;

/** The passing of time in a page: in milliseconds. */
export type PageTime = {
  now(): number;
  wait(time: number): Promise<void>;
  /** Resolves once the page's next picture is on its way, with how long that took. */
  picture(): Promise<number>;
};

const pageTime: PageTime = {
  now: () => performance.now(),
  wait: (time) => new Promise((resolve) => setTimeout(resolve, time)),
  picture: () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const begun = performance.now();
        // A message is read after the styles, the layout and the painting of the picture.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          resolve(performance.now() - begun);
        };
        port2.postMessage(null);
      });
    }),
};

/** Waits for a drawing that works in the page, and for the rest after it. */
type Costly = (drawing: Promise<void>) => Promise<void>;

/**
 * Gives the function that queues a drawing. `draw` tells `costly` of the part of it that
 * works in the page: a promise for the moment at which the change stands there.
 */
export function createDrawingTurns(time: PageTime = pageTime) {
  let last: Promise<void> = Promise.resolve();

  const costly: Costly = async (drawing) => {
    const begun = time.now();
    await drawing;
    const changed = time.now() - begun;
    const cost = changed + (await time.picture());
    await time.wait(Math.min(cost * (1 / drawingShare - 1), longestRest));
  };

  return (draw: (costly: Costly) => Promise<void>) => {
    last = last.then(() => draw(costly));
  };
}

/** Queues a drawing of this page; see `createDrawingTurns`. */
export const drawInTurn = createDrawingTurns();
