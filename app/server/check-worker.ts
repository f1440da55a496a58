// Runs in a worker thread: begins the checks of the receipts that it is sent, and goes on
// with each for as long as it is told to.
import { parentPort } from "node:worker_threads";
import * as z from "zod";
import { beginCheck } from "./check-receipt";
import { slice } from "./check-thread";
import { courseQuestions } from "./question-bank";

const asked = z.strictObject({
  id: z.string(),
  job: z
    .strictObject({
      packed: z.string(),
      link: z.string(),
      learner: z.strictObject({ id: z.string(), name: z.string() }),
    })
    .optional(),
});

const begun = new Map<string, Awaited<ReturnType<typeof beginCheck>>>();

// A rejection here ends the thread, and check-thread.ts hears of it.
parentPort?.on("message", async (message: unknown) => {
  const { id, job } = asked.parse(message);
  const goOn = job ? await beginCheck(job) : begun.get(id);
  const outcome = goOn?.(slice) ?? null;
  if (outcome) begun.delete(id);
  else if (goOn) begun.set(id, goOn);
  parentPort?.postMessage({ outcome });
});
// The first check does not wait for the questions: they are read before.
courseQuestions().then(() => parentPort?.postMessage("ready"));
