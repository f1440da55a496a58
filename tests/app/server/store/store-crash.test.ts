// A process is killed at random moments of its writing, again and again.
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { openStore } from "@/app/server/store/open-store";
import { openSqlite } from "@/app/server/store/sqlite-database";
import { times } from "../../../soak";
import { bundle, startChild } from "./store-child";
import { type Place, places } from "./store-places";
import { assignmentRow, classRow, learnerRow, upTo } from "./store-rows";

const kills = times(10, 200);
const lanes = 3;

async function prepare(place: Place) {
  const store = await openStore(place);
  await store.openClass({ ...classRow("c"), expires: Number.MAX_SAFE_INTEGER });
  await store.addAssignment("c", assignmentRow("a"), 1);
  const names = Array.from({ length: lanes }, (_, lane) =>
    Array.from({ length: 10 }, (_, at) => `${lane}-${at}`),
  ).flat();
  for (const name of names) await store.join("c", learnerRow(name), upTo(100));
  await store.close();
}

/** How often each receipt is kept: by lane and number. */
async function keptIn(place: Place) {
  const store = await openStore(place);
  const { receipts } = await store.board("c", 0);
  await store.close();
  const kept = new Map<string, number>();
  for (const { id } of receipts) {
    const name = id.split(" ").slice(0, 2).join(" ");
    kept.set(name, (kept.get(name) ?? 0) + 1);
  }
  return kept;
}

/** Rejects where a receipt is missing, or there twice. */
async function check(place: Place, acknowledged: ReadonlySet<string>) {
  const kept = await keptIn(place);
  expect([...acknowledged].filter((one) => !kept.has(one))).toEqual([]);
  expect([...kept].filter(([, times]) => times !== 1)).toEqual([]);
  // Of each lane at most the one that was being handed in is kept without a word.
  expect(kept.size - acknowledged.size).toBeLessThanOrEqual(lanes);
}

async function killOften(kind: string, place: Place, script: string) {
  await prepare(place);
  const next = Array(lanes).fill(0);
  const acknowledged = new Set<string>();
  let repeated = 0;
  let waiting = startChild(script);
  for (let kill = 1; kill <= kills; kill += 1) {
    const writer = waiting;
    if (kill < kills) waiting = startChild(script);
    writer.tell({ place, next });
    // Some are killed while they open the store, most while they write.
    if (kill % 4) await writer.nextLine();
    await pause(Math.random() * 20);
    writer.process.kill("SIGKILL");
    await writer.ended;
    for (const line of writer.lines) {
      expect(line).toMatch(/^(taken|there) \d+ \d+$/);
      const [said, lane, number] = line.split(" ");
      if (said === "there") repeated += 1;
      acknowledged.add(`${lane} ${number}`);
      next[Number(lane)] = Number(number) + 1;
    }
    if (kill % 10 === 0) await check(place, acknowledged);
  }
  expect(acknowledged.size).toBeGreaterThan(kills);
  console.log(
    `${kind}, killed ${kills} times: ${acknowledged.size} receipts, each once; ` +
      `${repeated} were kept before their process could say so.`,
  );
}

/** That SQLite itself finds nothing broken in its file. */
async function checkFile(folder: string) {
  const database = await openSqlite(folder);
  const [whole] = await database.read(["PRAGMA integrity_check"]);
  const [astray] = await database.read(["PRAGMA foreign_key_check"]);
  await database.close();
  expect(whole).toEqual([{ integrity_check: "ok" }]);
  expect(astray).toEqual([]);
}

test(`a process killed ${kills} times loses and doubles no receipt`, async () => {
  const script = await bundle("store/store-writer");
  // Both at once, since each mostly waits.
  await Promise.all(
    places.map(async ([kind, fresh]) => {
      const place = await fresh();
      await killOften(kind, place, script);
      if ("folder" in place) await checkFile(place.folder);
    }),
  );
}, 600_000);
