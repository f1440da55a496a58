// The store while its PostgreSQL goes away: its connections cut, its server killed.
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import type { ClassStore } from "@/app/server/store/class-store";
import { createSqlStore } from "@/app/server/store/open-store";
import { openPostgres } from "@/app/server/store/postgres-database";
import { isStoreFault, withRetries } from "@/app/server/store/store-fault";
import {
  askPostgres,
  findPostgres,
  freshDatabase,
  startPostgres,
} from "@/tests/postgres-server";
import { times } from "../../../../soak";
import { openAt, postgres } from "../store-places";
import { now, openClassOfAda, receiptRow } from "../store-rows";

const lanes = 4;

/** Hands in, in four lanes, until it is stopped; gives the acknowledged keys. */
function handInAlways(store: ClassStore) {
  let stopped = false;
  const kinds: string[] = [];
  const keys: string[] = [];
  const inLanes = Array.from({ length: lanes }, async (_, lane) => {
    for (let at = 0; !stopped; ) {
      const key = `${lane}-${at}`;
      const row = { ...receiptRow(`${key} ${crypto.randomUUID()}`), key };
      try {
        const { kind } = await store.handIn("c", row, Number.MAX_SAFE_INTEGER);
        kinds.push(kind);
        keys.push(key);
        at += 1;
      } catch (error) {
        // A learner would try again, too.
        if (!isStoreFault(error)) throw error;
      }
    }
  });
  const ended = Promise.all(inLanes);
  // Whatever is wrong is told where it is waited for.
  ended.catch(() => {});
  return {
    keys,
    kinds,
    async stop() {
      stopped = true;
      await ended;
    },
  };
}

/** That each acknowledged key is kept, and none twice. */
async function check(store: ClassStore, keys: readonly string[]) {
  const { receipts } = await store.board("c", 0);
  const kept = receipts.map(({ id }) => id.split(" ")[0]);
  expect(kept.sort()).toEqual([...keys].sort());
}

test.skipIf(!postgres)("cut connections are met by trying again", async () => {
  const databaseUrl = await freshDatabase(postgres ?? "");
  const store = await openAt({ databaseUrl });
  await openClassOfAda(store);
  const handing = handInAlways(store);
  for (let cut = 0; cut < 30; cut += 1) {
    await pause(Math.random() * 40);
    const sql = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`;
    expect(await askPostgres(databaseUrl, sql)).toBeDefined();
  }
  await handing.stop();
  expect(new Set(handing.kinds)).toContain("taken");
  for (const kind of handing.kinds) expect(["taken", "there"]).toContain(kind);
  await check(store, handing.keys);
});

const kills = times(2, 8);

test.skipIf(!postgres)(
  `a server killed ${kills} times keeps every receipt once`,
  async () => {
    const server = await startPostgres(findPostgres() ?? "");
    onTestFinished(server.stop);
    const databaseUrl = await freshDatabase(server.url);
    const store = await openAt({ databaseUrl });
    await openClassOfAda(store);
    const handing = handInAlways(store);
    for (let kill = 0; kill < kills; kill += 1) {
      const before = handing.keys.length;
      while (handing.keys.length < before + lanes) await pause(10);
      await pause(Math.random() * 100);
      await server.kill();
      await server.restart();
    }
    await handing.stop();
    await check(store, handing.keys);
    console.log(
      `PostgreSQL killed ${kills} times: ${handing.keys.length} receipts, each once.`,
    );

    const hasty = createSqlStore(withRetries(openPostgres(databaseUrl), 300));
    await server.kill();
    await expect(hasty.classOf("c", 0)).rejects.toMatchObject({
      name: "StoreFault",
      trouble: "away",
      message: expect.not.stringMatching(/postgres|127\.0\.0\.1|SELECT/i),
    });
    await server.restart();
    expect((await hasty.classOf("c", 0))?.id).toBe("c");
    await hasty.close();
  },
);

test.skipIf(!postgres)(
  "a call to a server that was lost waits until it is back, and is done once",
  async () => {
    const server = await startPostgres(findPostgres() ?? "");
    onTestFinished(server.stop);
    const store = await openAt({ databaseUrl: await freshDatabase(server.url) });
    await openClassOfAda(store);
    await server.kill();
    // Nobody but the store tries again.
    const asked = Promise.all([
      store.handIn("c", receiptRow("r"), 9),
      store.classOf("c", now),
      store.renewTeacher("c", "teacher of c", "new"),
    ]);
    await server.restart();
    const [handedIn, found, renewed] = await asked;
    expect(handedIn).toEqual({ kind: "taken", id: "r" });
    expect([found?.id, renewed]).toEqual(["c", true]);
    const { receipts } = await store.board("c", 0);
    expect(receipts.map(({ id }) => id)).toEqual(["r"]);
  },
);

test.skipIf(!postgres)("a database that is not there is away", async () => {
  const url = new URL(postgres ?? "");
  url.pathname = "missing";
  const store = createSqlStore(withRetries(openPostgres(url.href), 100));
  await expect(store.deleteClass("c")).rejects.toMatchObject({ trouble: "away" });
  await store.close();
});
