// Works out what the views of a lab draw, so that the page need not.

import type { Ask, WorkName } from "./view-works";
import { works } from "./view-works";

/** The memory of all numbers in an answer: it is handed over, not copied. */
function buffersIn(answer: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(answer)) {
    return answer.buffer instanceof ArrayBuffer ? [answer.buffer] : [];
  }
  const parts = typeof answer === "object" && answer !== null ? answer : {};
  return Object.values(parts).flatMap(buffersIn);
}

async function answer<K extends WorkName>({ kind, of }: Ask<K>) {
  const found = await works[kind](of);
  self.postMessage(found, { transfer: [...new Set(buffersIn(found))] });
}

// One after another: the page takes the answers in the order in which it asked.
let last = Promise.resolve();

self.addEventListener("message", ({ data }: MessageEvent<Ask>) => {
  last = last.then(() => answer(data)).catch(reportError);
});
