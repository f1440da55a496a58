// An assignment as a learner meets it: the name, the locks, the goals, the receipt.
import { readFile } from "node:fs/promises";
import type { FrameLocator, Page } from "@playwright/test";
import type { MineMessage } from "@/content/class/messages";
import { linkOf, readLink } from "@/labs/assignment/assignment-link";
import { startFor } from "@/labs/assignment/learner-start";
import { openReceipt } from "@/labs/receipt/packed";
import { expectAccessibleInEveryLook } from "./accessible";
import { blockStorage } from "./blocked-storage";
import { expect, test } from "./strict-test";

type Where = Page | FrameLocator;

const bench = (where: Where) => where.locator("[data-lab][data-status]");
const button = (where: Where, name: string | RegExp) =>
  where.getByRole("button", { name, exact: true });
const goal = (where: Where, text: string) => where.locator(`[data-goal="${text}"]`);
const quick = "samples=60&passes=60&device=cpu";
const question = "goal-of-machine-learning";

/** The seed that a name has in the assignment of a link. */
function seedOf(link: string, name: string) {
  const assignment = readLink(link)?.assignment;
  if (!assignment) throw new Error("the link is no assignment");
  return startFor(assignment, { name }).seed;
}

async function open(page: Page, asks: string, lab = "network") {
  const link = `/labs/${lab}?assignment=1&${asks}`;
  await page.goto(link);
  await expect(page.getByText("Assignment", { exact: true })).toBeVisible();
  return link;
}

async function giveName(where: Where, name = "Ada") {
  await where.getByLabel("Your name", { exact: true }).fill(name);
  await button(where, "Begin").click();
  await expect(where.getByText("You work as")).toContainText(name);
}

async function train(where: Where) {
  await button(where, /^Train( again)?$/).click();
  await expect(bench(where)).toHaveAttribute("data-status", "done");
}

/** The receipt that the panel shows, opened. */
async function receiptOn(where: Where) {
  await expect(where.locator("[data-receipt]")).toBeVisible();
  const link = where.getByRole("link", { name: "Open the receipt" });
  const [path, packed] = ((await link.getAttribute("href")) ?? "").split("#");
  expect(path).toBe("/receipt");
  const opened = await openReceipt(packed ?? "");
  if ("problem" in opened) throw new Error(opened.problem);
  return opened;
}

test("a learner gives a name, trains, meets the goals, makes the receipt, comes back", async ({
  page,
}) => {
  const asks = `title=Find+the+circle&goal=loss_0.5*neurons_4&lock=passes-lr&due=2020-12-01&note=Train+**well**.&lr=0.1&${quick}`;
  const link = await open(page, asks);
  await expect(page.getByRole("heading", { name: "Find the circle" })).toBeVisible();
  await expect(page.getByText("overdue")).toBeVisible();
  await expect(page.locator("strong", { hasText: "well" })).toBeVisible();
  await expect(page.getByText("Train this claim")).toHaveCount(0);
  await expect(button(page, "Copy link")).toHaveCount(0);
  // Until there is a name, the lab is only to be looked at.
  await button(page, "Train").focus();
  await expect(button(page, "Train")).not.toBeFocused();
  await expect(page.getByText("The lab opens once you have given")).toBeVisible();
  await button(page, "Begin").click();
  await expect(page.getByText("Your name must be 1 to 60")).toBeVisible();
  await giveName(page);
  const seed = seedOf(link, "Ada");
  await expect(page.getByText(`from your name: seed ${seed}`)).toBeVisible();
  await expect(bench(page)).toHaveAttribute("data-assignment", "open");
  await expect(goal(page, "Test loss below 0.5")).toHaveAttribute("data-met", "false");

  await train(page);
  await expect(goal(page, "Test loss below 0.5")).toHaveAttribute("data-met", "true");
  await expect(goal(page, "Test loss below 0.5")).toContainText(/Met: test loss 0\.\d/);
  await expect(bench(page)).toHaveAttribute("data-assignment", "met");
  await expect(page).toHaveURL(link);
  await button(page, "Make the receipt").click();
  const { receipt, run } = await receiptOn(page);
  expect(receipt).toMatchObject({ name: "Ada", seed, device: { kind: "cpu" } });
  expect(run).toMatchObject({ passes: 60, rate: 0.1, samples: 60 });
  const loss = await bench(page).getAttribute("data-test-loss");
  expect(receipt.curve.at(-1)?.heldLoss).toBe(Math.fround(Number(loss)));

  await page.getByLabel("Batch size").fill("5");
  await page.keyboard.press("Enter");
  await expect(bench(page)).toHaveAttribute("data-pass", "0");
  await button(page, "Step").click();
  await button(page, "Step").click();
  await expect(bench(page)).toHaveAttribute("data-pass", "2");
  await expect(page.getByText("The number of passes is locked")).toBeVisible();
  await page.reload();
  await expect(page.getByText("You work as")).toContainText("Ada");
  await expect(page.getByText("Your settings are as you left them")).toBeVisible();
  await expect(page.getByText("You had got to pass 2: train again")).toBeVisible();
  await expect(page.getByLabel("Batch size")).toHaveValue("5");
  expect((await receiptOn(page)).run).toEqual(run);
  await button(page, "Back to the assignment’s settings").click();
  await expect(page.getByLabel("Batch size")).toHaveValue("10");
});

test("what is locked is seen to be, and holds against controls, views and the shelf", async ({
  page,
}) => {
  // A run with other settings is on the shelf from before.
  await page.goto(`/labs/network?lr=0.3&batch=7&${quick}`);
  await train(page);
  await page.getByText("Run shelf").click();
  await button(page, "Keep this run").click();
  await open(page, `lock=lr-data-w-passes&${quick}`);
  await giveName(page);
  await expect(page.getByRole("radio", { name: "Circle" })).toBeDisabled();
  for (const label of ["Learning rate", "Passes", "Seed"]) {
    await expect(page.getByLabel(label, { exact: true })).toBeDisabled();
  }
  await expect(page.getByLabel("Batch size")).toBeEnabled();
  await expect(page.getByText("Locked by the assignment", { exact: true })).toHaveCount(
    3,
  );
  await expect(page.getByText("Locked: from your name")).toBeVisible();
  await expect(button(page, "New seed")).toHaveCount(0);
  await train(page);

  const says = page.getByLabel("What was not taken");
  await page.getByRole("tab", { name: "Own data" }).click();
  await button(page, "Copy the run’s points").click();
  await expect(says).toContainText("so left as before: Data");
  await page.getByRole("tab", { name: "Weights" }).click();
  await expect(page.getByText("weights can be read, not typed")).toBeVisible();
  await expect(button(page, "Start from these weights")).toHaveCount(0);
  await expect(page.getByRole("radio", { name: "Circle" })).toBeChecked();
  // What was trained is still there.
  await expect(bench(page)).toHaveAttribute("data-pass", "60");

  await page.getByText("Run shelf").click();
  await page.getByRole("button", { name: /^Open Examples/ }).click();
  await expect(says).toContainText("Learning rate and Seed");
  await expect(page.getByLabel("Learning rate", { exact: true })).toHaveValue("0.03");
  await expect(page.getByLabel("Batch size", { exact: true })).toHaveValue("7");
  const swept = page.getByRole("form", { name: "Sweep" }).getByRole("combobox");
  await expect(swept.locator("option", { hasText: "Learning rate" })).toHaveCount(0);
  await swept.selectOption("batch");
  await page.getByLabel("over", { exact: true }).fill("5 20");
  await button(page, "Train them all").click();
  await expect(bench(page)).toHaveAttribute("data-status", "done");
  await expect(page.getByText("A sweep is for trying things out")).toBeVisible();
  await expect(button(page, "Make the receipt")).toHaveAttribute("aria-disabled", "true");
});

test("two names have two seeds and two curves, one name always the same", {
  tag: "@long",
}, async ({ page }) => {
  const link = await open(page, `goal=loss_0.1&${quick}`);
  await giveName(page, "Ada");
  const losses = new Map<string, string | null>();
  const name = page.getByLabel("Your name", { exact: true });
  for (const next of ["Grace", "  Ada  "]) {
    await train(page);
    losses.set(next, await bench(page).getAttribute("data-test-loss"));
    await button(page, "Change name").click();
    await name.fill(next);
    await name.press("Enter");
    await expect(page.getByText("You work as")).toContainText(next.trim());
    await expect(page.getByText("You work as")).toBeFocused();
    await expect(bench(page)).toHaveAttribute("data-pass", "0");
    const seed = seedOf(link, next.trim());
    await expect(page.getByText(`from your name: seed ${seed}`)).toBeVisible();
  }
  await train(page);
  const [ada, grace] = losses.values();
  expect(grace).not.toBe(ada);
  expect(await bench(page).getAttribute("data-test-loss")).toBe(ada);
});

test("an assignment whose link is damaged does not begin, and says why", async ({
  page,
}) => {
  await page.goto(`/labs/network?assignment=1&goal=loss_0.5*moon&lock=lr-moon&due=soon`);
  const says = page.getByLabel("What was not understood");
  for (const named of ["moon", "soon"]) await expect(says).toContainText(named);
  await expect(button(page, "Train")).toHaveCount(0);
  await expectAccessibleInEveryLook(page);
  await page.getByRole("link", { name: "Open the lab by itself" }).click();
  await expect(button(page, "Train")).toBeEnabled();
  await expect(says).toHaveCount(0);
});

test("the odd settings of a link are named, and the rest is asked", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, `goal=loss_0.5&lr=99&answer=1&${quick}`);
  const says = page.getByLabel("What was not taken");
  for (const named of ["Learning rate", "answer"]) {
    await expect(says).toContainText(named);
  }
  await giveName(page);
  await train(page);
  await expect(page.locator("[data-goal]")).toHaveCount(1);
  await expect(goal(page, "Test loss below 0.5")).toBeVisible();
});

test("questions are answered in the panel, and one that the course lacks is named", async ({
  page,
}) => {
  await open(page, `goal=answer_${question}*answer_moon&seed=5&lock=seed&${quick}`);
  await expect(page.getByText("The course has no such question")).toBeVisible();
  await giveName(page);
  await expect(page.getByText("Everyone has the same data")).toContainText("seed 5");
  await button(page, "Step").click();
  const card = page.locator(`[data-question="${question}"]`);
  await card.getByRole("radio").nth(1).check();
  await card.getByRole("button", { name: "Check" }).click();
  await expect(goal(page, `Question answered: ${question}`)).toHaveAttribute(
    "data-met",
    "true",
  );
  await expect(goal(page, "Question answered: moon")).toHaveAttribute(
    "data-met",
    "false",
  );
  await expect(page.getByText("Not all goals are met yet")).toBeVisible();
  await button(page, "Make the receipt").click();
  const { receipt } = await receiptOn(page);
  expect(receipt.answers).toEqual([{ question, answer: ":features-for-a-model" }]);
  expect(receipt.curve.map(({ pass }) => pass)).toEqual([0, 1]);
});

test("a receipt too long for a link is saved as a file", { tag: "@long" }, async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, "layers=64-64&samples=20&device=cpu&passes=1");
  await giveName(page, "Ada Lovelace");
  await train(page);
  await button(page, "Make the receipt").click();
  await expect(button(page, "Save as a file")).toBeVisible();
  await expect(button(page, "Copy the receipt’s link")).toHaveCount(0);
  const waiting = page.waitForEvent("download");
  await button(page, "Save as a file").click();
  const file = await waiting;
  expect(file.suggestedFilename()).toBe("network-Ada-Lovelace.receipt.txt");
  const opened = await openReceipt(await readFile(await file.path(), "utf8"));
  expect(opened).toMatchObject({ receipt: { name: "Ada Lovelace" } });
  // A smaller network's fits into a link.
  await button(page, "Remove one").click();
  await train(page);
  await button(page, "Make the receipt anew").click();
  await button(page, "Copy the receipt’s link").click();
  await expect(page.getByText("Copied: paste it")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.length).toBeLessThanOrEqual(8000);
  expect(await openReceipt(copied.split("#")[1] ?? "")).toMatchObject({
    run: { layers: [64] },
  });
});

test("an assignment works in a frame, with the parts that are asked for", {
  tag: "@long",
}, async ({ page }) => {
  const link = `/embed/labs/loss?assignment=1&goal=accuracy_50&controls=buttons-curve&${quick}`;
  await page.goto(link);
  await giveName(page);
  await train(page);
  await expect(goal(page, "Test accuracy of at least 50 %")).toHaveAttribute(
    "data-met",
    "true",
  );
  // The lab of several losses trains the assignment's alone.
  await expect(page.getByText(/Settings of the run|Whose loss/)).toHaveCount(0);
  await button(page, "Make the receipt").click();
  expect((await receiptOn(page)).assignment.lab.id).toBe("loss");
});

test("where storage is blocked the assignment works, and says what is lost", async ({
  page,
}) => {
  await blockStorage(page);
  await open(page, quick);
  await giveName(page);
  await expect(page.getByText("your name and your work go with the page")).toBeVisible();
  await train(page);
  await button(page, "Make the receipt").click();
  expect((await receiptOn(page)).receipt.name).toBe("Ada");
});

test("in a joined class one button hands in, and the seed is the learner's own there", async ({
  page,
}) => {
  const assignment = readLink(
    `/labs/network?assignment=1&goal=neurons_9*weights_99&points=3-2&${quick}`,
  )?.assignment;
  if (!assignment) throw new Error("the link is no assignment");
  const link = linkOf(assignment);
  const id = "abcdefghijklmnopqrst";
  const joined = { classId: id, className: "Physics 7b", learner: id, name: "Grace" };
  // The class has changed the assignment since this browser saw it.
  const changed = linkOf({
    ...assignment,
    goals: assignment.goals.slice(0, 1),
    due: "2020-12-01",
  });
  const mine: MineMessage = {
    ...{
      ...joined,
      waiting: false,
      expires: 9e12,
      receipts: [],
      marks: [],
      measured: false,
      declines: false,
      quizzes: [],
    },
    assignments: [{ id, link: changed, created: 1, closes: null }],
    extensions: [{ assignment: id, due: "2099-12-01" }],
  };
  await page.route("**/api/classes/*/mine", (route) => route.fulfill({ json: mine }));
  const handed: string[] = [];
  await page.route("**/api/classes/*/hand-in", (route) => {
    handed.push(route.request().postDataJSON().packed);
    return route.fulfill({ status: 201, json: { id } });
  });
  const classes = [{ ...joined, assignments: [{ id, link }] }];
  await page.addInitScript((stored) => {
    localStorage.setItem("next-pass-classes", stored);
  }, JSON.stringify(classes));
  await page.goto(link);
  await expect(page.getByText("You work as")).toContainText("as you joined Physics 7b");
  await expect(button(page, "Change name")).toHaveCount(0);
  await expect(page.getByText("Physics 7b has changed this assignment")).toBeVisible();
  await expect(page.getByText("extended for you")).toContainText("3 points");
  await expect(page.locator("[data-goal]")).toHaveCount(1);
  const handIn = button(page, "Hand in to Physics 7b");
  await expect(handIn).toHaveAttribute("aria-disabled", "true");
  await expect(page.getByText("Press Train below")).toBeVisible();
  await train(page);
  await expect(page.getByText("1 of 1 met · 3 of 3 points")).toBeVisible();
  await expect(button(page, /Make the receipt|Copy the receipt/)).toHaveCount(0);
  await handIn.dblclick();
  await expect(page.getByText("✓ Handed in to Physics 7b as Grace.")).toBeVisible();
  await expect(handIn).toHaveAttribute("aria-disabled", "true");
  expect(handed).toHaveLength(1);
  const opened = await openReceipt(handed[0] ?? "");
  const whose = { name: "Grace", id };
  expect(opened).toMatchObject({
    receipt: { name: "Grace", learner: id, seed: startFor(assignment, whose).seed },
  });
  // Another run is handed in beside the first.
  await page.getByLabel("Batch size").fill("7");
  await page.keyboard.press("Enter");
  await train(page);
  await expect(page.getByText("Your run before this one: ✓ Handed in")).toBeVisible();
  await handIn.click();
  await expect.poll(() => handed.length).toBe(2);
  await page.getByText("A copy for yourself").click();
  expect((await receiptOn(page)).run.batch).toBe(7);
});

test("the settings of the examples that a link leaves open are named", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, `goal=loss_0.5&lock=data-split&${quick}`);
  await giveName(page);
  const examples = page.locator("[data-open-examples]");
  await expect(examples).toContainText(
    "You may change Noise, Examples and Outliers, which make",
  );
  await open(page, `goal=loss_0.5&lock=data-split-noise-samples-outlier&${quick}`);
  await expect(goal(page, "Test loss below 0.5")).toBeVisible();
  await expect(examples).toHaveCount(0);
});

test("an assignment is done by keyboard alone", async ({ page }) => {
  await open(page, `goal=neurons_9&${quick}`);
  await page.getByLabel("Your name", { exact: true }).focus();
  await page.keyboard.type("Ada");
  await page.keyboard.press("Enter");
  // The focus goes to what was told, and from there through the panel to the lab.
  await expect(page.getByText("You work as")).toBeFocused();
  const tabTo = async (name: string) => {
    for (let tab = 0; tab < 6; tab += 1) {
      await page.keyboard.press("Tab");
      if (await button(page, name).evaluate((one) => one === document.activeElement)) {
        return page.keyboard.press("Enter");
      }
    }
    throw new Error(`“${name}” is not reached`);
  };
  await tabTo("Train");
  await expect(bench(page)).toHaveAttribute("data-status", "done");
  await expect(page.getByText("Goal met: Hidden neurons, at most 9")).toBeAttached();
  await page.keyboard.press("Shift+Tab");
  await expect(button(page, "Make the receipt")).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo("Save as a file").catch(() => {});
  expect((await receiptOn(page)).receipt.name).toBe("Ada");
});

test("a run that diverges gives no receipt, and its pause gives one", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, "lr=5&device=cpu&samples=60&passes=2000");
  await giveName(page);
  await button(page, "Train").click();
  await expect(bench(page)).toHaveAttribute("data-status", "failed");
  await expect(page.getByText("so it gives no receipt")).toBeVisible();
  await page.getByLabel("Learning rate").fill("0.03");
  await page.keyboard.press("Enter");
  await page.getByLabel("Speed").selectOption("ten");
  await button(page, "Train").click();
  await expect(page.getByText("Pause, or let the run end")).toBeVisible();
  await expect(bench(page)).not.toHaveAttribute("data-pass", "0");
  await button(page, "Pause").click();
  await button(page, "Make the receipt").click();
  const pass = Number(await bench(page).getAttribute("data-pass"));
  expect((await receiptOn(page)).run.passes).toBe(pass);
});

test("a plain lab loads nothing of assignments", { tag: "@long" }, async ({
  page,
  request,
}) => {
  const scripts = new Set<string>();
  page.on("request", (asked) => {
    if (asked.resourceType() === "script") scripts.add(asked.url());
    expect(asked.url()).not.toContain("questions.json");
  });
  const holding = async () => {
    const texts = [...scripts].map(async (url) => (await request.get(url)).text());
    return (await Promise.all(texts)).filter((text) => text.includes("Make the receipt"));
  };
  await page.goto(`/labs/network?${quick}`);
  await train(page);
  expect(await holding()).toHaveLength(0);
  await expect(bench(page)).not.toHaveAttribute("data-assignment", /./);
  await open(page, quick);
  expect((await holding()).length).toBeGreaterThan(0);
});

test("axe finds nothing in an assignment, narrow and wide, light and dark", {
  tag: "@soak",
}, async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.setViewportSize({ width: 320, height: 900 });
  const clean = () => expectAccessibleInEveryLook(page);
  const long = "A-very-long-word-without-any-space-".repeat(3);
  await open(
    page,
    `title=${long}&goal=loss_0.9*answer_${question}&lock=lr-passes-layers-in-act-w&due=2020-12-01&note=${long}&odd=1&${quick}`,
  );
  await expect(page.locator("[data-question]")).toBeVisible();
  await clean();
  await giveName(page, "M".repeat(60));
  await train(page);
  await button(page, "Make the receipt").click();
  await expect(page.locator("[data-receipt]")).toBeVisible();
  await clean();
});
