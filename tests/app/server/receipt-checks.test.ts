import { monitorEventLoopDelay } from "node:perf_hooks";
import { Worker } from "node:worker_threads";
import { expect, onTestFinished, test, vi } from "vitest";
import { classServer, closeClassServer } from "@/app/server/class-server";
import { createReceiptChecks } from "@/app/server/receipt-checks";
import type { ClassStore } from "@/app/server/store/class-store";
import { outcomeShape } from "@/content/class/messages";
import { pack } from "@/labs/receipt/packed";
import { provideData } from "@/tests/labs/provide-data";
import { trainReceipt } from "@/tests/labs/receipt/train-receipt";
import { canonical } from "../api/school";
import { bundleCheckWorker, workerOf } from "./check-bundle";
import { packEndless } from "./check-endless";
import { bundle, startChild } from "./store/store-child";
import { freshFolder, openAt } from "./store/store-places";

const link = canonical(
  "/labs/network?assignment=1&title=Arms&goal=loss_0.6&lock=data-passes&passes=30",
);

const packed = (name: string) => pack(trainReceipt(link, name));

/** The source of a thread that does `work` with each receipt. */
const doing = (work: string) => `
  const { parentPort } = require("node:worker_threads");
  parentPort.postMessage("ready");
  parentPort.on("message", () => { ${work} });
`;

const hears = (work: string) => workerOf(doing(work));

/** Gives each of `starts` once, and the last one from then on. */
function inTurn(...starts: (() => Worker)[]) {
  let at = 0;
  return () => {
    const start = starts[Math.min(at, starts.length - 1)]!;
    at += 1;
    return start();
  };
}

/** A store with a class of one assignment and learners, who hand in receipts. */
async function openSchool(folder = freshFolder()) {
  const store = await openAt({ folder });
  const times = { created: Date.now(), expires: Date.now() + 1e9 };
  const id = "class-of-the-queue-0";
  await store.openClass({ id, name: "5b", code: "ABCD2345", teacherHash: "t", ...times });
  const assignment = "assignment-number-1";
  await store.addAssignment(id, { id: assignment, link, created: 1 }, 9);
  let made = 0;
  return {
    store,
    id,
    assignment,
    async join(name: string) {
      made += 1;
      const learner = `learner-number-${made}-----`;
      const tokenHash = `${made}`;
      await store.join(id, { id: learner, name, tokenHash, joined: 1 }, 99);
      return learner;
    },
    async handIn(learner: string, packed: string) {
      made += 1;
      const receipt = `receipt-number-${made}-----`;
      const kept = {
        id: receipt,
        key: receipt,
        assignment,
        learner,
        packed,
        received: made,
      };
      await store.handIn(id, kept, 99);
      return receipt;
    },
    async outcomes() {
      const { receipts } = await store.board(id, 0);
      return new Map(
        receipts.map(({ id, outcome }) => [
          id,
          outcome === null ? null : outcomeShape.parse(JSON.parse(outcome)),
        ]),
      );
    },
  };
}

function openQueue(store: ClassStore, start: () => Worker, longest?: number) {
  const queue = createReceiptChecks(store, start, longest);
  onTestFinished(() => queue.close());
  return queue;
}

const now = () => Date.now() + 1;

test("good receipts are confirmed, and bad ones told to be", async () => {
  const { store, join, handIn, outcomes } = await openSchool();
  const ada = await join("Ada");
  const bo = await join("Bo");
  const good = await handIn(ada, await packed("Ada"));
  const others = await handIn(bo, await packed("Ada"));
  const damaged = await handIn(ada, "AAAA");
  const elsewhere = canonical("/labs/network?assignment=1&title=Other&passes=3");
  const strange = await handIn(ada, await pack(trainReceipt(elsewhere, "Ada")));
  const forged = trainReceipt(link, "Ada");
  forged.weights[0]! += 1e-3;
  const touched = await handIn(ada, await pack(forged));
  const queue = openQueue(store, await bundleCheckWorker());
  queue.sweep(now());
  await queue.idle();
  const found = await outcomes();
  expect(found.get(good)).toMatchObject({
    verdict: "confirmed",
    pass: 30,
    device: "cpu",
  });
  expect(found.get(good)?.says).toContain("identical");
  expect(found.get(good)?.testLoss).toBeGreaterThan(0);
  expect(found.get(others)?.verdict).toBe("contradicted");
  expect(found.get(others)?.says).toContain("“Bo” handed it in");
  expect(found.get(damaged)?.verdict).toBe("contradicted");
  expect(found.get(strange)?.says).toContain("another assignment");
  expect(found.get(touched)?.verdict).toBe("contradicted");
});

test("receipts of data that are read from a file are confirmed, too", async () => {
  const { store, id, join } = await openSchool();
  provideData();
  const ada = await join("Ada");
  const links = [
    "pictures?assignment=1&title=a&passes=1",
    "series?assignment=1&title=b&passes=2",
  ];
  for (const [at, text] of links.entries()) {
    const link = canonical(`/labs/${text}`);
    const assignment = `assignment-of-file-${at}`;
    await store.addAssignment(id, { id: assignment, link, created: 1 }, 9);
    const key = `receipt-of-a-file-${at}`;
    const text64 = await pack(trainReceipt(link, "Ada"));
    const kept = { id: key, key, assignment, learner: ada, packed: text64, received: 1 };
    expect((await store.handIn(id, kept, 9)).kind).toBe("taken");
  }
  const queue = openQueue(store, await bundleCheckWorker());
  queue.sweep(now());
  await queue.idle();
  const { receipts } = await store.board(id, 0);
  const verdicts = receipts.map(({ outcome }) =>
    outcomeShape.parse(JSON.parse(`${outcome}`)),
  );
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(["confirmed", "confirmed"]);
});

test("a check that does not end is stopped, and the next one is not", async () => {
  const { store, join, handIn, outcomes } = await openSchool();
  const ada = await join("Ada");
  const endless = await handIn(ada, await packed("Ada"));
  const next = await handIn(ada, await packed("Ada"));
  const start = inTurn(hears("for (;;);"), await bundleCheckWorker());
  const queue = openQueue(store, start, 1500);
  queue.sweep(now());
  await queue.idle();
  const found = await outcomes();
  expect(found.get(endless)?.verdict).toBe("unconfirmed");
  expect(found.get(endless)?.says).toBe(
    "The server’s check was stopped: it took more than 1.5 seconds.",
  );
  expect(found.get(next)?.verdict).toBe("confirmed");
});

test("a thread that crashes is replaced, however it crashes", async () => {
  const { store, join, handIn, outcomes } = await openSchool();
  const ada = await join("Ada");
  const greedy = doing("const all = []; for (;;) all.push(Array(1e5).fill({}));");
  const resourceLimits = { maxOldGenerationSizeMb: 32 };
  const full = () => new Worker(greedy, { eval: true, resourceLimits });
  const starts = [
    hears('throw new Error("broken")'),
    hears("process.exit(1)"),
    hears('Promise.reject(new Error("broken"))'),
    hears('parentPort.postMessage("nonsense")'),
    full,
    await bundleCheckWorker(),
  ];
  const text = await packed("Ada");
  const ids: string[] = [];
  for (const _ of starts) ids.push(await handIn(ada, text));
  const queue = openQueue(store, inTurn(...starts));
  queue.sweep(now());
  await queue.idle();
  const found = await outcomes();
  const verdicts = ids.map((id) => found.get(id)?.verdict);
  const stopped = starts.slice(1).map(() => "unconfirmed");
  expect(verdicts).toEqual([...stopped, "confirmed"]);
  expect(found.get(ids[4]!)?.says).toContain("too much memory");
});

test("an idle thread that has died is replaced unnoticed", async () => {
  const { store, join, handIn, outcomes } = await openSchool();
  const ada = await join("Ada");
  const start = await bundleCheckWorker();
  const started: Worker[] = [];
  const queue = openQueue(store, () => {
    const worker = start();
    started.push(worker);
    return worker;
  });
  await handIn(ada, await packed("Ada"));
  queue.sweep(now());
  await queue.idle();
  await started[0]?.terminate();
  const next = await handIn(ada, await packed("Ada"));
  queue.sweep(now());
  await queue.idle();
  expect((await outcomes()).get(next)?.verdict).toBe("confirmed");
  expect(started.length).toBe(2);
});

test("where no thread starts, receipts wait for one that does", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  onTestFinished(() => logged.mockRestore());
  const { store, join, handIn, outcomes } = await openSchool();
  const ada = await join("Ada");
  const ids = [await handIn(ada, await packed("Ada")), await handIn(ada, "AAAA")];
  const broken = workerOf('throw new Error("Its file is missing.")');
  const queue = openQueue(store, inTurn(broken, await bundleCheckWorker()));
  queue.sweep(now());
  await queue.idle();
  expect([...(await outcomes()).values()]).toEqual([null, null]);
  expect(logged).toHaveBeenCalledOnce();
  queue.sweep(now());
  await queue.idle();
  const found = await outcomes();
  expect(ids.map((id) => found.get(id)?.verdict)).toEqual(["confirmed", "contradicted"]);
});

test("a class that hands in much does not keep another one waiting", async () => {
  const checked: string[] = [];
  const { store } = await openSchool();
  const queue = openQueue(
    {
      ...store,
      setOutcome: async (id) => {
        checked.push(id);
      },
    },
    await bundleCheckWorker(),
  );
  const receipt = (id: string) => ({ id, packed: "AAAA", link, name: "Ada" });
  for (let n = 0; n < 30; n += 1) queue.add("busy", receipt(`busy ${n}`));
  queue.add("quiet", receipt("quiet"));
  await queue.idle();
  expect(checked.length).toBe(31);
  expect(checked.indexOf("quiet")).toBeLessThan(3);
});

test("more receipts than one page of the store are all checked, each once", async () => {
  const { store, join, handIn } = await openSchool();
  const ada = await join("Ada");
  const bo = await join("Bo");
  for (let n = 0; n < 70; n += 1) {
    await handIn(ada, "AAAA");
    await handIn(bo, "AAAA");
  }
  let written = 0;
  const queue = openQueue(
    {
      ...store,
      setOutcome: (...of) => {
        written += 1;
        return store.setOutcome(...of);
      },
    },
    await bundleCheckWorker(),
  );
  queue.sweep(now());
  queue.sweep(now());
  await queue.idle();
  expect(written).toBe(140);
  expect(await store.unchecked(now(), 9)).toEqual([]);
});

test("the server answers while receipts are checked", async () => {
  const { store, id, join } = await openSchool();
  const learner = await join("Ada");
  const long = canonical("/labs/network?assignment=1&title=Long&passes=20000");
  const assignment = "assignment-that-lasts";
  await store.addAssignment(id, { id: assignment, link: long, created: 1 }, 9);
  const packed = await packEndless(long, "Ada");
  const kept = { id: "lasts", key: "lasts", assignment, learner, packed, received: 1 };
  await store.handIn(id, kept, 9);
  const queue = openQueue(store, await bundleCheckWorker());
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const start = performance.now();
  delay.enable();
  queue.sweep(now());
  await queue.idle();
  delay.disable();
  expect(performance.now() - start).toBeGreaterThan(300);
  expect(delay.max / 1e6).toBeLessThan(200);
  const [receipt] = (await store.board(id, 0)).receipts;
  expect(outcomeShape.parse(JSON.parse(`${receipt?.outcome}`)).verdict).toBe(
    "unconfirmed",
  );
});

test("what a killed process left unchecked is checked at the next start", async () => {
  const folder = freshFolder();
  const { id: classId, assignment, join, outcomes } = await openSchool(folder);
  const learner = await join("Ada");
  const id = "killed-while-checked";
  const text = await packed("Ada");
  const receipt = { id, key: id, assignment, learner, packed: text, received: 1 };
  const child = startChild(await bundle("check-killed"));
  child.tell({ folder, classId, receipt });
  await child.nextLine();
  expect(child.lines).toEqual(["checking"]);
  child.process.kill("SIGKILL");
  await child.ended;
  expect((await outcomes()).get(id)).toBe(null);
  process.env.COURSE_DATA_DIR = folder;
  delete process.env.DATABASE_URL;
  const startWorker = await bundleCheckWorker();
  const { checks } = await classServer({ startWorker, limits: 1 });
  await checks.idle();
  await closeClassServer();
  expect((await outcomes()).get(id)?.verdict).toBe("confirmed");
});
