import { monitorEventLoopDelay } from "node:perf_hooks";
import { Worker } from "node:worker_threads";
import { expect, onTestFinished, test, vi } from "vitest";
import { classServer, closeClassServer } from "@/app/server/class-server";
import { createReceiptChecks } from "@/app/server/receipt-checks";
import type { ClassStore } from "@/app/server/store/class-store";
import { pack } from "@/labs/receipt/packed";
import { provideData } from "@/tests/labs/provide-data";
import { trainReceipt } from "@/tests/labs/receipt/train-receipt";
import { bundleCheckWorker, workerOf } from "./check-bundle";
import { packEndless } from "./check-endless";
import { canonical, openCheckSchool, type Pupil } from "./check-school";
import { bundle, startChild } from "./store/store-child";
import { freshFolder } from "./store/store-places";

const link = canonical(
  "/labs/network?assignment=1&title=Arms&goal=loss_9&lock=data-passes&passes=30",
);

const packed = (learner: Pupil) => pack(trainReceipt(link, learner));

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

const openSchool = (folder?: string) => openCheckSchool(link, folder);

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
  const good = await handIn(ada, await packed(ada));
  const others = await handIn(bo, await packed(ada));
  const damaged = await handIn(ada, "AAAA");
  const elsewhere = canonical("/labs/network?assignment=1&title=Other&passes=3");
  const strange = await handIn(ada, await pack(trainReceipt(elsewhere, ada)));
  const forged = trainReceipt(link, ada);
  forged.weights[0]! += 1e-3;
  const touched = await handIn(ada, await pack(forged));
  const queue = openQueue(store, await bundleCheckWorker());
  queue.sweep(now());
  await queue.idle();
  const found = await outcomes();
  expect(found.get(good.id)).toMatchObject({
    verdict: "confirmed",
    pass: 30,
    device: "cpu",
  });
  expect(found.get(good.id)?.says).toContain("identical");
  expect(found.get(good.id)?.testLoss).toBeGreaterThan(0);
  expect(found.get(others.id)?.verdict).toBe("contradicted");
  expect(found.get(others.id)?.says).toContain("“Bo” handed it in");
  expect(found.get(damaged.id)?.verdict).toBe("contradicted");
  expect(found.get(strange.id)?.says).toContain("another assignment");
  expect(found.get(touched.id)?.verdict).toBe("contradicted");
});

test("receipts of data that are read from a file are confirmed, too", async () => {
  const { store, join, assign, handIn, outcomes } = await openSchool();
  provideData();
  const ada = await join("Ada");
  const links = [
    "pictures?assignment=1&title=a&passes=1",
    "series?assignment=1&title=b&passes=2",
  ];
  for (const text of links) {
    const link = canonical(`/labs/${text}`);
    await handIn(ada, await pack(trainReceipt(link, ada)), await assign(link));
  }
  const queue = openQueue(store, await bundleCheckWorker());
  queue.sweep(now());
  await queue.idle();
  const verdicts = [...(await outcomes()).values()].map((outcome) => outcome?.verdict);
  expect(verdicts).toEqual(["confirmed", "confirmed"]);
});

test("a check that does not end is stopped, and the next one is not", async () => {
  const { store, join, handIn, outcomes } = await openSchool();
  const ada = await join("Ada");
  const endless = await handIn(ada, await packed(ada));
  const next = await handIn(ada, await packed(ada));
  const start = inTurn(hears("for (;;);"), await bundleCheckWorker());
  const queue = openQueue(store, start, 1500);
  queue.sweep(now());
  await queue.idle();
  const found = await outcomes();
  expect(found.get(endless.id)?.verdict).toBe("unconfirmed");
  expect(found.get(endless.id)?.says).toBe(
    "The server’s check was stopped: it took more than 1.5 seconds.",
  );
  expect(found.get(next.id)?.verdict).toBe("confirmed");
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
  const text = await packed(ada);
  const ids: string[] = [];
  for (const _ of starts) ids.push((await handIn(ada, text)).id);
  const queue = openQueue(store, inTurn(...starts));
  queue.sweep(now());
  await queue.idle();
  const found = await outcomes();
  const verdicts = ids.map((id) => found.get(id)?.verdict);
  const stopped = starts.slice(1).map(() => "unconfirmed");
  expect(verdicts).toEqual([...stopped, "confirmed"]);
  const says = ids.slice(0, -1).map((id) => found.get(id)?.says);
  const [failed, greed] = ["it failed", "it needed too much memory"];
  expect(says).toEqual(
    [failed, failed, failed, failed, greed].map(
      (why) => `The server’s check was stopped: ${why}.`,
    ),
  );
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
  await handIn(ada, await packed(ada));
  queue.sweep(now());
  await queue.idle();
  await started[0]?.terminate();
  const next = await handIn(ada, await packed(ada));
  queue.sweep(now());
  await queue.idle();
  expect((await outcomes()).get(next.id)?.verdict).toBe("confirmed");
  expect(started.length).toBe(2);
});

test("what is gone before its check, or comes after the end, starts no thread", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  onTestFinished(() => logged.mockRestore());
  const { store, join, handIn, outcomes } = await openSchool();
  const ada = await join("Ada");
  let started = 0;
  const queue = openQueue(store, () => {
    started += 1;
    throw new Error("It is not needed.");
  });
  queue.add({ id: "gone", classId: "class", learner: ada.id, work: 1 });
  await queue.idle();
  await queue.close();
  const late = await handIn(ada, "AAAA");
  queue.add(late);
  queue.sweep(now());
  await queue.idle();
  expect((await outcomes()).get(late.id)).toBe(null);
  expect([started, logged.mock.calls]).toEqual([0, []]);
});

test("where no thread starts, receipts wait for one that does", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  onTestFinished(() => logged.mockRestore());
  const { store, join, handIn, outcomes } = await openSchool();
  const ada = await join("Ada");
  const handedIn = [await handIn(ada, await packed(ada)), await handIn(ada, "AAAA")];
  const broken = workerOf('throw new Error("Its file is missing.")');
  const queue = openQueue(store, inTurn(broken, await bundleCheckWorker()));
  queue.sweep(now());
  await queue.idle();
  expect([...(await outcomes()).values()]).toEqual([null, null]);
  expect(logged).toHaveBeenCalledOnce();
  queue.sweep(now());
  await queue.idle();
  const found = await outcomes();
  const verdicts = handedIn.map(({ id }) => found.get(id)?.verdict);
  expect(verdicts).toEqual(["confirmed", "contradicted"]);
});

test("many receipts are all checked, each once", async () => {
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
  const { store, join, assign, handIn, outcomes } = await openSchool();
  const learner = await join("Ada");
  const long = canonical("/labs/network?assignment=1&title=Long&passes=10000");
  const packed = await packEndless(long, learner);
  const { id } = await handIn(learner, packed, await assign(long));
  const queue = openQueue(store, await bundleCheckWorker());
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const start = performance.now();
  delay.enable();
  queue.sweep(now());
  await queue.idle();
  delay.disable();
  expect(performance.now() - start).toBeGreaterThan(300);
  expect(delay.max / 1e6).toBeLessThan(200);
  expect((await outcomes()).get(id)?.verdict).toBe("unconfirmed");
});

test("what a killed process left unchecked is checked at the next start", async () => {
  const folder = freshFolder();
  const { id: classId, assignment, join, outcomes } = await openSchool(folder);
  const learner = await join("Ada");
  const id = "killed-while-checked";
  const text = await packed(learner);
  const ids = { id, key: id, assignment, learner: learner.id };
  const receipt = { ...ids, packed: text, received: 1, work: null };
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
