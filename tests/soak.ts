// Long proofs. `npm test` runs each with a count that finds plain mistakes in seconds;
// `npm run soak` runs the same test with the count that the promise is made for.

/** Whether this run is the long one. */
export const soaking = process.env.SOAK === "1";

/** How often a test repeats itself: `count` times, `soak` times in the long run. */
export const times = (count: number, soak: number): number => (soaking ? soak : count);
