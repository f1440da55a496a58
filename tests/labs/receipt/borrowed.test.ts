// Receipts of another learner's run, or of another's numbers, under one's own name.
import { expect, test } from "vitest";
import { seedFor } from "@/labs/assignment/learner-start";
import { checked } from "@/labs/receipt/check";
import { openReceipt } from "@/labs/receipt/opened";
import { pack } from "@/labs/receipt/packed";
import type { Receipt } from "@/labs/receipt/receipt";
import { assignmentOf, trainReceipt } from "./train-receipt";

const link =
  "/labs/network?assignment=1&title=Circle&goal=loss_3*neurons_4&lock=data-noise" +
  "&samples=20&layers=2&passes=6&device=cpu";

async function verdictOf(receipt: Receipt) {
  const opened = await openReceipt(await pack(receipt));
  if ("problem" in opened) return "refused";
  return checked(opened, () => "unknown").verdict;
}

test("the run of another's seed is not confirmed under the own name", async () => {
  const bob = trainReceipt(link, "Bob");
  const mine = seedFor(assignmentOf(link), "Ada");
  const run = `seed=${bob.seed}`;
  expect(await verdictOf({ ...bob, name: "Ada", seed: mine, run })).not.toBe("confirmed");
});
