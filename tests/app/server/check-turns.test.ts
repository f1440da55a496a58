// Whose receipt is checked next: nobody keeps another one waiting.
import { expect, onTestFinished, test } from "vitest";
import { mostWork } from "@/app/server/check-receipt";
import { createReceiptChecks } from "@/app/server/receipt-checks";
import type { ClassStore } from "@/app/server/store/class-store";
import { pack } from "@/labs/receipt/packed";
import { provideData } from "@/tests/labs/provide-data";
import { trainReceipt } from "@/tests/labs/receipt/train-receipt";
import { bundleCheckWorker } from "./check-bundle";
import { packEndless } from "./check-endless";
import { canonical, openCheckSchool, openClassIn, type Pupil } from "./check-school";

const link = canonical(
  "/labs/network?assignment=1&title=Arms&goal=loss_9&lock=data-passes&passes=30",
);

const packed = (learner: Pupil) => pack(trainReceipt(link, learner));

/** The largest network and the most passes that a link can ask for. */
const dearest = canonical(
  "/labs/pictures?assignment=1&title=L&layers=64-64-64-64-64-64&passes=100000",
);

/** As much as is trained again at all: some ten seconds. */
const long = canonical("/labs/network?assignment=1&title=L&layers=64-64-64&passes=4500");

/** As many as make somebody wait for minutes, one after another. */
const many = 15;

/** A queue whose outcomes are heard of. */
async function openQueue(store: ClassStore) {
  const done: string[] = [];
  const heard = new Map<string, () => void>();
  const setOutcome: ClassStore["setOutcome"] = async (id, ...of) => {
    const kept = await store.setOutcome(id, ...of);
    done.push(id);
    heard.get(id)?.();
    return kept;
  };
  const queue = createReceiptChecks({ ...store, setOutcome }, await bundleCheckWorker());
  onTestFinished(() => queue.close());
  return {
    ...queue,
    /** The receipts in the order of their outcomes. */
    done,
    until: (id: string) =>
      done.includes(id)
        ? Promise.resolve()
        : new Promise<void>((hear) => heard.set(id, hear)),
  };
}

/** How long an honest learner waits behind `many` receipts of another class's `link`. */
async function waitBehind(attack: string, restarted = false) {
  provideData();
  const { store, ...busy } = await openCheckSchool(attack);
  const quiet = await openClassIn(store, link);
  const queue = await openQueue(store);
  const eve = await busy.join("Eve");
  const text = await packEndless(attack, eve);
  for (let n = 0; n < many; n += 1) {
    const receipt = await busy.handIn(eve, text);
    if (!restarted) queue.add(receipt);
    expect(receipt.work! > mostWork).toBe(attack === dearest);
  }
  const ada = await quiet.join("Ada");
  const honest = await quiet.handIn(ada, await packed(ada));
  const start = performance.now();
  if (restarted) queue.sweep(Date.now() + 1);
  else queue.add(honest);
  await queue.until(honest.id);
  expect((await quiet.outcomes()).get(honest.id)?.verdict).toBe("confirmed");
  return performance.now() - start;
}

test("the dearest receipts of all keep no other class waiting", async () => {
  expect(await waitBehind(dearest)).toBeLessThan(5000);
});

test("receipts as dear as are checked keep no other class waiting", async () => {
  expect(await waitBehind(long)).toBeLessThan(5000);
});

test("they keep nobody waiting after a restart", async () => {
  expect(await waitBehind(long, true)).toBeLessThan(5000);
});

test("one learner’s many receipts keep no mate waiting", async () => {
  const { store, join, handIn } = await openCheckSchool(link);
  const [ada, bo] = [await join("Ada"), await join("Bo")];
  const queue = await openQueue(store);
  for (let n = 0; n < 30; n += 1) queue.add(await handIn(ada, await packed(ada)));
  const before = queue.done.length;
  const mates = await handIn(bo, await packed(bo));
  queue.add(mates);
  await queue.until(mates.id);
  expect(queue.done.indexOf(mates.id) - before).toBeLessThan(3);
});

test("a short check goes before a long one that was begun, and both end", async () => {
  const { store, join, assign, handIn, outcomes } = await openCheckSchool(link);
  const longer = canonical("/labs/network?assignment=1&title=L&layers=32&passes=20000");
  const ada = await join("Ada");
  const queue = await openQueue(store);
  const begun = await handIn(
    ada,
    await pack(trainReceipt(longer, ada)),
    await assign(longer),
  );
  queue.add(begun);
  // By then the thread has begun it.
  const first = await handIn(ada, "AAAA");
  queue.add(first);
  await queue.until(first.id);
  expect(queue.done).toEqual([first.id]);
  const second = await handIn(ada, await packed(ada));
  queue.add(second);
  await queue.idle();
  expect(queue.done).toEqual([first.id, second.id, begun.id]);
  const found = await outcomes();
  expect(found.get(begun.id)?.verdict).toBe("confirmed");
  expect(found.get(second.id)?.verdict).toBe("confirmed");
});

test("two classes take turns", async () => {
  const { store, ...busy } = await openCheckSchool(link);
  const quiet = await openClassIn(store, link);
  const queue = await openQueue(store);
  const [eve, ada] = [await busy.join("Eve"), await quiet.join("Ada")];
  const [dear, cheap] = [await packed(eve), await packed(ada)];
  const theirs: string[] = [];
  for (let n = 0; n < 10; n += 1) {
    const receipt = await busy.handIn(eve, dear);
    theirs.push(receipt.id);
    queue.add(receipt);
    const own = await quiet.handIn(ada, cheap);
    queue.add(own);
  }
  await queue.idle();
  const turns = queue.done.map((id) => (theirs.includes(id) ? "E" : "A")).join("");
  expect(turns).not.toMatch(/EEE|AAA/);
});

test("what is changed while its receipts are checked is judged anew", async () => {
  const { store, id, assignment, join, handIn, outcomes } = await openCheckSchool(link);
  const ada = await join("Ada");
  const receipt = await handIn(ada, await packed(ada));
  const harder = canonical(link.replace("loss_9", "loss_0.0001"));
  const queue = createReceiptChecks(
    {
      ...store,
      // The assignment changes after the check has read it.
      receiptToCheck: async (of) => {
        const job = await store.receiptToCheck(of);
        await store.changeAssignment(id, assignment, { link: harder }, Date.now());
        return job;
      },
    },
    await bundleCheckWorker(),
  );
  onTestFinished(() => queue.close());
  queue.add(receipt);
  await queue.idle();
  expect((await outcomes()).get(receipt.id)).toMatchObject({
    verdict: "not met",
    met: [false],
  });
});
