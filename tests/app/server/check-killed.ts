// A process of its own: takes in a receipt that it is told, and never ends its check.
import { createInterface } from "node:readline";
import { Worker } from "node:worker_threads";
import { createReceiptChecks } from "@/app/server/receipt-checks";
import { openStore } from "@/app/server/store/open-store";

const endless = `
  const { parentPort } = require("node:worker_threads");
  parentPort.postMessage("ready");
  parentPort.on("message", () => {
    require("node:fs").writeSync(1, "checking\\n");
    for (;;);
  });
`;

createInterface(process.stdin).once("line", async (line) => {
  const { folder, classId, receipt } = JSON.parse(line);
  const store = await openStore({ folder });
  const queue = createReceiptChecks(store, () => new Worker(endless, { eval: true }));
  await store.handIn(classId, receipt, 50);
  queue.sweep(Date.now());
});
