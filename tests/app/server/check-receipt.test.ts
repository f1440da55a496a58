import { expect, test } from "vitest";
import { beginCheck, mostWork, workOf } from "@/app/server/check-receipt";
import type { ReceiptToCheck } from "@/app/server/store/stored-rows";
import { pack } from "@/labs/receipt/packed";
import { provideData } from "@/tests/labs/provide-data";
import { trainReceipt } from "@/tests/labs/receipt/train-receipt";
import { packEndless } from "./check-endless";
import { canonical } from "./check-school";

const ada = { id: "learner-number-one-----", name: "Ada" };

/** Checks a receipt in slices, to its end. */
async function checkReceipt(receipt: ReceiptToCheck, longest?: number) {
  const goOn = await beginCheck(receipt, longest);
  for (;;) {
    const outcome = goOn(50);
    if (outcome) return outcome;
  }
}

const long = canonical("/labs/network?assignment=1&title=Long&passes=100000");

test("a replay is stopped in time, which is no accusation", async () => {
  const packed = await packEndless(long, ada);
  const goOn = await beginCheck({ packed, link: long, learner: ada }, 300);
  const start = performance.now();
  // In one long slice, and in the short ones of the test that follows.
  const outcome = goOn(20_000);
  if (!outcome) throw new Error("not stopped");
  expect(performance.now() - start).toBeLessThan(2000);
  expect(outcome).toMatchObject({ verdict: "unconfirmed", pass: 100_000 });
  expect(outcome.device).toBe("webgpu");
  expect(outcome.says).toContain("Not replayed to its end");
});

test("the longest pass of the largest network is stopped in time, too", async () => {
  provideData();
  const link = canonical(
    "/labs/pictures?assignment=1&title=L&layers=64-64-64-64-64-64&batch=1&passes=10",
  );
  const packed = await packEndless(link, ada);
  // Its examples are read from their file, where nobody has read them before.
  const read = new Map(globalThis.nextPassFiles);
  globalThis.nextPassFiles?.clear();
  const start = performance.now();
  const outcome = await checkReceipt({ packed, link, learner: ada }, 300);
  expect(performance.now() - start).toBeLessThan(10_000);
  expect(outcome.verdict).toBe("unconfirmed");
  const file = "digits.csv.gz";
  expect([...(globalThis.nextPassFiles ?? [])]).toEqual([[file, read.get(file)]]);
});

test("what is no receipt is contradicted, and nothing of it is work", async () => {
  expect(await workOf("nonsense")).toBe(0);
  const outcome = await checkReceipt({ packed: "nonsense", link: long, learner: ada });
  expect(outcome).toMatchObject({ verdict: "contradicted", pass: null, device: null });
  expect(outcome.says).toMatch(/receipt/);
});

test("an answer is judged by the course’s questions", async () => {
  const link = canonical(
    "/labs/network?assignment=1&title=A&goal=answer_no-such-question&passes=3",
  );
  const receipt = trainReceipt(link, ada);
  const packed = await pack({
    ...receipt,
    answers: [{ question: "no-such-question", answer: "0" }],
  });
  const outcome = await checkReceipt({ packed, link, learner: ada });
  expect(outcome).toMatchObject({ verdict: "not met", pass: 3 });
  expect(outcome.says).toContain("no-such-question");
});

const largest =
  "/labs/pictures?assignment=1&title=L&layers=64-64-64-64-64-64&passes=100000";

test("what is too dear to train again is said at once", async () => {
  provideData();
  const link = canonical(largest);
  const packed = await packEndless(link, ada);
  expect(await workOf(packed)).toBeGreaterThan(mostWork);
  const goOn = await beginCheck({ packed, link, learner: ada });
  const outcome = goOn(0);
  expect(outcome?.verdict).toBe("unconfirmed");
  expect(outcome?.says).toContain("100000 passes would take this server too long");
});

test("what is too dear to train again is judged by its weights", async () => {
  provideData();
  const link = canonical(`${largest}&goal=loss_0.1`);
  const packed = await packEndless(link, ada);
  const outcome = await checkReceipt({ packed, link, learner: ada });
  expect(outcome.verdict).toBe("not met");
  expect(outcome.met).toEqual([false]);
  expect(outcome.says).not.toContain("too long");
});

const asked = canonical("/labs/network?assignment=1&title=A&goal=loss_0.01&passes=3");

test("a receipt is judged by its class’s assignment, not by the goals that it names", async () => {
  const mild = asked.replace("loss_0.01", "loss_3");
  const packed = await pack(trainReceipt(mild, ada));
  const outcome = await checkReceipt({ packed, link: asked, learner: ada });
  expect(outcome).toMatchObject({ verdict: "not met", met: [false] });
  const kind = await checkReceipt({ packed, link: mild, learner: ada });
  expect(kind).toMatchObject({ verdict: "confirmed", met: [true] });
});

test("a receipt is not judged where its class’s link cannot be read", async () => {
  const packed = await pack(trainReceipt(asked, ada));
  const outcome = await checkReceipt({ packed, link: "/labs/later?a=1", learner: ada });
  expect(outcome.verdict).toBe("unconfirmed");
  expect(outcome.says).toContain("cannot read the assignment’s link");
});

test("an outcome tells what the learner changed, and what makes receipts alike", async () => {
  const one = await pack(trainReceipt(asked, ada, { samples: 60 }));
  const bo = { id: "learner-number-two-----", name: "Bo" };
  const other = await pack(trainReceipt(asked, bo, { samples: 60 }));
  const outcome = await checkReceipt({ packed: one, link: asked, learner: ada });
  const second = await checkReceipt({ packed: other, link: asked, learner: bo });
  expect(outcome.changed).toContain("60");
  expect(outcome.run).toHaveLength(22);
  expect(second.run).toBe(outcome.run);
  expect(second.weights).not.toBe(outcome.weights);
});
