import { expect, test } from "vitest";
import { checkReceipt } from "@/app/server/check-receipt";
import { pack } from "@/labs/receipt/packed";
import { provideData } from "@/tests/labs/provide-data";
import { trainReceipt } from "@/tests/labs/receipt/train-receipt";
import { canonical } from "../api/school";
import { packEndless } from "./check-endless";

const long = canonical("/labs/network?assignment=1&title=Long&passes=100000");

test("a replay is stopped in time, which is no accusation", async () => {
  const packed = await packEndless(long, "Ada");
  const start = performance.now();
  const outcome = await checkReceipt({ packed, link: long, name: "Ada" }, 300);
  expect(performance.now() - start).toBeLessThan(2000);
  expect(outcome).toMatchObject({ verdict: "unconfirmed", pass: 100_000 });
  expect(outcome.device).toBe("webgpu");
  expect(outcome.says).toContain("Not replayed to its end");
});

test("the longest pass of the largest network is stopped in time, too", async () => {
  provideData();
  const link = canonical(
    "/labs/pictures?assignment=1&title=L&layers=64-64-64-64-64-64&batch=1&passes=100000",
  );
  const packed = await packEndless(link, "Ada");
  const start = performance.now();
  const outcome = await checkReceipt({ packed, link, name: "Ada" }, 300);
  expect(performance.now() - start).toBeLessThan(10_000);
  expect(outcome.verdict).toBe("unconfirmed");
});

test("an answer is judged by the course’s questions", async () => {
  const link = canonical(
    "/labs/network?assignment=1&title=A&goal=answer_no-such-question&passes=3",
  );
  const receipt = trainReceipt(link, "Ada");
  const packed = await pack({
    ...receipt,
    answers: [{ question: "no-such-question", answer: "0" }],
  });
  const outcome = await checkReceipt({ packed, link, name: "Ada" });
  expect(outcome).toMatchObject({ verdict: "not met", pass: 3 });
  expect(outcome.says).toContain("no-such-question");
});
