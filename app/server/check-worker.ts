// Runs in a worker thread: checks each receipt that it is sent, one after another.
import { parentPort } from "node:worker_threads";
import * as z from "zod";
import { checkReceipt } from "./check-receipt";

const job = z.object({ packed: z.string(), link: z.string(), name: z.string() });

// A rejection here ends the thread, and receipt-checks.ts hears of it.
parentPort?.on("message", async (sent: unknown) => {
  parentPort?.postMessage(await checkReceipt(job.parse(sent)));
});
parentPort?.postMessage("ready");
