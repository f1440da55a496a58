// A process that hands in receipts until it is killed, and prints each that was taken.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { openStore } from "@/app/server/store/open-store";
import type { Place } from "./store-places";

/** Where to write, and in each lane the number to begin with. */
export type WriterOrders = { place: Place; next: readonly number[] };

/** How many learners a lane has: its receipts are theirs in turn. */
const learners = 10;

async function write({ place, next }: WriterOrders) {
  const store = await openStore(place);
  const lanes = next.map(async (first, lane) => {
    for (let number = first; ; number += 1) {
      const receipt = {
        id: `${lane} ${number} ${randomUUID()}`,
        key: `${number}`,
        assignment: "a",
        learner: `id of ${lane}-${number % learners}`,
        packed: `${lane} ${number} `.padEnd(1000, "x"),
        received: number,
        work: null,
      };
      const { kind } = await store.handIn("c", receipt, Number.MAX_SAFE_INTEGER);
      writeSync(1, `${kind} ${lane} ${number}\n`);
    }
  });
  await Promise.all(lanes);
}

async function main() {
  const [orders] = await once(createInterface(process.stdin), "line");
  await write(JSON.parse(orders));
}

main().catch((error) => {
  writeSync(1, `failed ${error}\n`);
  process.exit(1);
});
