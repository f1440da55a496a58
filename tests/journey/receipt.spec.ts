// /receipt: one receipt by its link, many by a folder, all of it without a server.
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { responses } from "@/content/class/messages";
import { pack } from "@/labs/receipt/packed";
import { curvePasses, type Receipt } from "@/labs/receipt/receipt";
import { provideData } from "../labs/provide-data";
import { trainReceipt } from "../labs/receipt/train-receipt";
import { parseCsvRecords } from "../parse-csv";
import { expectAccessibleInEveryLook } from "./accessible";
import { expect, test } from "./strict-test";

const link =
  "/labs/network?assignment=1&title=Circle&goal=loss_9*neurons_4&lock=data-noise" +
  "&samples=40&layers=3&passes=40&device=cpu";

provideData();
const scratch = await mkdtemp(path.join(tmpdir(), "receipts-"));
test.afterAll(() => rm(scratch, { recursive: true, force: true }));

const made = async (name: string, of = link) => pack(trainReceipt(of, name));
const ada = await made("Ada Lovelace");

/**
 * A replay of hours, whose beginning and end are as they should be; so slow a pass comes to
 * the first told loss on no machine before it is stopped.
 */
async function endless(name: string): Promise<string> {
  const of = link
    .replace("layers=3", "layers=64-64-64")
    .replace("samples=40", "samples=2000")
    .replace("neurons_4", "loss_8");
  const short = trainReceipt(of.replace("*loss_8", ""), name, { passes: 1 });
  const [first, last] = short.curve;
  const told = curvePasses(100_000).map((pass) => ({
    ...(pass === 0 ? first! : last!),
    pass,
  }));
  const run = new URLSearchParams(short.run);
  run.set("passes", "100000");
  return pack({ ...short, run: run.toString(), curve: told });
}

const verdict = (page: Page, name: string) =>
  expect(page.getByRole("heading", { level: 2, name })).toBeVisible({ timeout: 30_000 });
const box = (page: Page) => page.getByLabel("Links or receipts");
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const rows = (page: Page) => page.locator("tbody tr[data-standing]");
const tally = (page: Page) => page.locator("[data-tally]");

async function open(page: Page) {
  await page.goto("/receipt");
  // Once the page is alive.
  await expect(page.locator("[data-receipts]")).toBeVisible();
}

async function check(page: Page, text: string) {
  await box(page).fill(text);
  await button(page, "Check these").click();
}

test("a confirmed receipt is explained line by line, and leads to its run", async ({
  page,
}) => {
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(request.url()));
  await open(page);
  await expect(button(page, "Check these")).toBeDisabled();
  const idle = loaded.length;
  expect(page.workers()).toHaveLength(0);
  await page.goto(`/receipt#${ada}`);
  await verdict(page, "Confirmed – Ada Lovelace");
  expect(loaded.length).toBeGreaterThan(idle);
  const goals = page.getByRole("list", { name: "Goals" }).getByRole("listitem");
  await expect(goals).toHaveCount(2);
  await expect(goals.first()).toContainText(/Test loss below 9: met/);
  const lines = page.getByRole("list", { name: "What was checked" });
  await expect(lines).toContainText("Replayed, identical");
  await expect(lines.locator('[data-finding="good"]')).toHaveCount(5);
  await expect(page.getByText("23 Nov 2026")).toBeVisible();
  await expect(page.locator(".recharts-line path").first()).toBeVisible();
  await page.getByText("The losses as numbers").click();
  const last = page.getByRole("group", { name: "Losses" }).getByRole("row").last();
  const [pass, train, again] = await last.locator("th, td").allTextContents();
  expect(pass).toBe("40");
  expect(again).toBe(train);
  await page.getByRole("link", { name: "Open the learner’s run in the lab" }).click();
  await expect(page).toHaveURL(/\/labs\/network\?.*seed=\d+/);
  await expect(page.locator('[data-lab="network"]')).toBeAttached();
  // Under the assignment's goals and locks.
  await expect(page.getByText("Hidden neurons, at most 4").first()).toBeVisible();
});

const given = (page: Page) => page.getByLabel("The link you sent", { exact: true });

test("goals that a learner eased in their receipt are judged as they were sent", {
  tag: "@long",
}, async ({ page }) => {
  const sent = link.replace("loss_9", "loss_0.00003");
  const eased = await made("Zed", sent.replace("loss_0.00003", "loss_3"));
  await page.goto(`/receipt#${eased}`);
  await verdict(page, "Confirmed – Zed");
  await expect(
    page.getByText("goals and locks are only the receipt’s word"),
  ).toBeVisible();
  await given(page).fill("the one on circles");
  await button(page, "Judge by it").click();
  await expect(page.getByText("This is no link of an assignment.")).toBeVisible();
  await given(page).fill(`Circle: https://next-pass.example${sent}`);
  await page.keyboard.press("Enter");
  await verdict(page, "Not met – Zed");
  await expect(
    page.getByText("it asks “Test loss below 3” instead of “Test loss below 0.00003”"),
  ).toBeVisible();

  // An honest one stands apart from it.
  await page.getByText("Check more receipts").click();
  await check(page, await made("Ada", sent));
  const groups = page.getByRole("rowheader", { name: /^Circle \(1\)/ });
  await expect(groups).toHaveText([
    /This is the link you sent: Test loss below 0\.00003/,
    /Another link, judged by the link you sent: it asks “Test loss below 3”/,
  ]);
  await expect(rows(page)).toHaveText([/^Ada/, /^Zed/]);

  // The browser remembers the link: next time it judges without being asked for.
  await button(page, "Take it away").click();
  await expect(tally(page)).toHaveText("✗ 2 not met");
  await page.reload();
  await verdict(page, "Not met – Zed");
  await page.getByText("Links remembered in this browser (1)").click();
  await button(page, "Forget Circle").click();
  await page.reload();
  await verdict(page, "Confirmed – Zed");
});

test("a link that was copied where it was made judges what comes back", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const strict = link.replace("loss_9", "loss_0.00003");
  await page.goto(strict.replace("/labs/network?", "/assign?lab=network&"));
  await button(page, "Copy the link").first().click();
  await expect(page.getByText("Copied: whoever opens it")).toBeVisible();
  await page.goto(
    `/receipt#${await made("Zed", strict.replace("loss_0.00003", "loss_3"))}`,
  );
  await verdict(page, "Not met – Zed");
  await expect(page.getByText("Judged by the link you sent.")).toBeVisible();
  await page.goto("/receipt");
  await check(page, await made("Ada", link.replace("samples=40", "samples=50")));
  await verdict(page, "Confirmed – Ada");
  await expect(
    page.getByText("Goals and locks are those that the receipt itself names"),
  ).toBeVisible();
});

test("a receipt of another assignment than the one that was sent is told as that", {
  tag: "@long",
}, async ({ page }) => {
  await open(page);
  await given(page).fill(link);
  await button(page, "Judge by it").click();
  const easier = link.replace("&samples=40", "&samples=40&noise=0.1");
  await check(page, await made("Zed", easier));
  await verdict(page, "Contradicted – Zed");
  await expect(page.getByText("the receipt of another assignment").first()).toBeVisible();
  await expect(
    page.getByText("it starts with Noise 0.1 instead of Noise 0"),
  ).toBeVisible();
});

test("what a learner changed, and what their link left open, stands in the verdict", {
  tag: "@long",
}, async ({ page }) => {
  const loose = link.replace("&lock=data-noise", "");
  const easy = trainReceipt(loose, "Eva", { data: "gaussian", rate: 0.1 });
  await page.goto(`/receipt#${await pack(easy)}`);
  await verdict(page, "Confirmed – Eva");
  await expect(
    page.getByText(
      "Changed by the learner: Data Circle → Two clouds; Learning rate 0.03 → 0.1.",
    ),
  ).toBeVisible();
  await expect(
    page.getByText(/^Its link lets learners choose other examples: Data, Noise, Share/),
  ).toBeVisible();
  await page.getByText("Check more receipts").click();
  await check(page, await made("Ada", loose));
  await expect(page.locator('td[data-column="changed"]')).toHaveText([
    "Data Circle → Two clouds; Learning rate 0.03 → 0.1",
    "–",
  ]);
  const saving = page.waitForEvent("download");
  await button(page, "Save as CSV").click();
  const text = await readFile(await (await saving).path(), "utf8");
  const [row] = parseCsvRecords(text.slice(1));
  expect(row?.changed).toBe("Data Circle → Two clouds; Learning rate 0.03 → 0.1");
  expect(row?.["left open"]).toContain("Share used for training");
});

test("another link in the address is checked in its turn", { tag: "@long" }, async ({
  page,
}) => {
  await page.goto(`/receipt#${ada}`);
  await verdict(page, "Confirmed – Ada Lovelace");
  const bob = await made("Bob", link.replace("loss_9", "loss_0.00002"));
  await page.goto(`/receipt#${bob}`);
  await verdict(page, "Not met – Bob");
  await expect(page.getByText("What decided: Test loss below 0.00002")).toBeVisible();
  await expect(page.locator('[data-about="goal"][data-finding="bad"]')).toHaveCount(1);
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole("link", { name: "Skip to the content" }).press("Enter");
  await expect(rows(page)).toHaveCount(2);
});

test("a changed character makes it unreadable, and the way on is told", async ({
  page,
}) => {
  const at = 120;
  const other = ada[at] === "A" ? "B" : "A";
  await page.goto(`/receipt#${ada.slice(0, at)}${other}${ada.slice(at + 1)}`);
  await expect(page.getByText("This receipt is damaged")).toBeVisible();
  await expect(page.getByText("Ask for it again")).toBeVisible();
  await expect(page.locator("[data-verdict=unreadable]")).toBeVisible();
});

test("a receipt under another name is contradicted, without an accusation", async ({
  page,
}) => {
  const other = { ...trainReceipt(link, "Ada Lovelace"), name: "Cyril" };
  await page.goto(`/receipt#${await pack(other)}`);
  await verdict(page, "Contradicted – Cyril");
  await expect(page.locator('[data-about="seed"]')).toContainText("“Cyril”");
  await expect(page.getByText("how that came about they cannot say")).toBeVisible();
});

test("a GPU's run that the replay does not give is unconfirmed, and why", {
  tag: "@long",
}, async ({ page }) => {
  const free = link.replace("&device=cpu", "");
  const { weights, curve } = trainReceipt(free, "Eve", { rate: 0.031 });
  const device = { kind: "webgpu", name: "A GPU" } as const;
  const drifted: Receipt = { ...trainReceipt(free, "Eve"), device, weights, curve };
  await page.goto(`/receipt#${await pack(drifted)}`);
  await verdict(page, "Unconfirmed – Eve");
  await expect(page.getByText("That is no accusation.")).toBeVisible();
  await expect(page.locator('[data-about="replay"]')).toContainText(
    "Training it once more on the CPU would tell.",
  );
});

test("answers are judged by the course's questions, data files are fetched", async ({
  page,
}) => {
  const asked =
    "/labs/pictures?assignment=1&goal=answer_goal-of-machine-learning*answer_no-such-question" +
    "&layers=8&samples=100&passes=2&device=cpu";
  const receipt = trainReceipt(asked, "Ada");
  const answers = [
    { question: "goal-of-machine-learning", answer: "1" },
    { question: "no-such-question", answer: "0" },
  ];
  await page.goto(`/receipt#${await pack({ ...receipt, answers })}`);
  await verdict(page, "Not met – Ada");
  const judged = page.locator('[data-about="answer"]');
  await expect(judged.first()).toContainText("answered right");
  await expect(judged.last()).toContainText("The course has no question");
  await expect(page.locator('[data-about="goal"][data-finding="good"]')).toHaveCount(1);
  await expect(page.locator('[data-about="replay"]')).toContainText("identical");
});

test("a mail with a broken link, pasted whole, is read", { tag: "@long" }, async ({
  page,
}) => {
  const address = `https://elsewhere.example/receipt#${ada}`;
  const lines = address.match(/.{1,72}/g) ?? [];
  await open(page);
  await check(page, "Good morning");
  await expect(page.getByText("No receipt was found in this text.")).toBeVisible();
  await expect(box(page)).toHaveValue("Good morning");
  await check(page, `Dear teacher\n\n> ${lines.join("\n> ")}\n\nGreetings\nAda`);
  await verdict(page, "Confirmed – Ada Lovelace");
  await page.getByText("Check more receipts").click();
  await check(page, ada);
  await expect(page.getByText("given twice, and is shown once")).toBeVisible();
  await button(page, "Clear").click();
  await expect(box(page)).toHaveValue("");
  await expect(page.locator("[data-receipts]")).toHaveAttribute("data-receipts", "0");
});

/** 30 files: 24 receipts, two of them the same, one damaged, and junk. */
async function folderOf30(folder: string): Promise<string> {
  const inner = path.join(folder, "late");
  await mkdir(inner, { recursive: true });
  const put = (name: string, text: string | Uint8Array) =>
    writeFile(path.join(folder, name), text);
  const odd = ["=1+1", "@x", "+x", 'Ada "the first"', "Byron, Ada"];
  const names = [...odd, ...Array.from({ length: 15 }, (_, at) => `Learner ${at + 1}`)];
  for (const [at, name] of names.entries()) {
    await put(`${at}.receipt.txt`, `${await made(name)}\n`);
  }
  await put("again.txt", await made("Learner 1"));
  await put(
    "copied.txt",
    await pack({ ...trainReceipt(link, "Learner 2"), name: "Zed" }),
  );
  const hard = await made("Unmet", link.replace("loss_9", "loss_0.00002"));
  await put("late/unmet.txt", `See https://elsewhere.example/receipt#${hard}`);
  await put("broken.txt", `${ada.slice(0, 60)}_${ada.slice(61)}`);
  for (const name of ["notes.txt", "list.csv", ".hidden", "empty"]) {
    await put(name, name === "empty" ? "" : "milk, eggs");
  }
  await put(
    "image.png",
    new Uint8Array(5000).map((_, at) => (at * 31) % 256),
  );
  await put("film.mp4", new Uint8Array(2_000_001));
  return folder;
}

test("a folder of 30 files becomes a table, to filter, sort and save", {
  tag: "@long",
}, async ({ page }) => {
  const folder = await folderOf30(path.join(scratch, "handed-in"));
  await open(page);
  await page.getByLabel("A folder of receipts").setInputFiles(folder);
  await expect(tally(page)).toHaveText(
    "✓ 20 confirmed · ✗ 1 not met · ✗ 1 contradicted · ? 1 not readable",
    { timeout: 45_000 },
  );
  const left = page.getByRole("list", { name: "What was left out" });
  await expect(left).toContainText("larger than 2 MB: “film.mp4”");
  await expect(left).toContainText("“notes.txt”");
  await expect(left).toContainText("given twice");
  await expect(
    page.getByText("“Learner 2” and “Zed” hold the same weights"),
  ).toBeVisible();

  await page.getByLabel("Verdict").selectOption("contradicted");
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText("Zed");
  await page.getByLabel("Verdict").selectOption("");
  await page.getByLabel("Filter by text").fill("learner 1");
  await expect(rows(page)).toHaveCount(7);
  await page.getByLabel("Filter by text").fill("");

  await button(page, /^Test loss/).click();
  await expect(page.locator('th[data-column="testLoss"]')).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  const losses = async () =>
    (await page.locator('td[data-column="testLoss"]').allTextContents())
      .filter((text) => text !== "–")
      .map(Number);
  // The last row that is readable bears another link, and stands under that.
  const isRising = (numbers: readonly number[]) =>
    expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
  const rising = await losses();
  isRising(rising.slice(0, -1));
  await button(page, /^Test loss/).click();
  const falling = await losses();
  isRising(falling.slice(0, -1).reverse());
  expect(falling.at(-1)).toBe(rising.at(-1));
  const heads = page.getByRole("rowheader", { name: /^Circle/ });
  await expect(heads.filter({ hasText: "Their own word" })).toHaveCount(2);
  await expect(page.locator('td[data-column="testLoss"]').last()).toHaveText("–");
  await page.locator('th[data-column="learner"] button').click();

  const saving = page.waitForEvent("download");
  await button(page, "Save as CSV").click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/^receipts-\d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await saved.path(), "utf8");
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const data = parseCsvRecords(text.slice(1));
  expect(data).toHaveLength(23);
  const learners = data.map(({ learner }) => learner);
  for (const name of ["'=1+1", "'@x", "'+x", 'Ada "the first"', "Byron, Ada"]) {
    expect(learners).toContain(name);
  }
  const unmet = data.find(({ learner }) => learner === "Unmet");
  expect(unmet?.verdict).toBe("not met");
  expect(unmet?.run).toMatch(/^http.*\/labs\/network\?.*seed=/);
  expect(unmet?.file).toBe("unmet.txt");

  await button(page, "Zed: open the check").click();
  await expect(page.getByRole("heading", { name: "Contradicted – Zed" })).toBeFocused();
  await button(page, "Back to the list").click();
  await expect(button(page, "Zed: open the check")).toBeFocused();
  await button(page, "Clear the list").click();
  await expect(rows(page)).toHaveCount(0);
});

test("files and folders that are dropped anywhere on the page are read", {
  tag: "@long",
}, async ({ page }) => {
  const folder = path.join(scratch, "dropped");
  await mkdir(path.join(folder, "a", "b"), { recursive: true });
  await writeFile(path.join(folder, "a", "b", "deep.txt"), await made("Deep"));
  await writeFile(path.join(folder, "near.txt"), await made("Near"));
  const single = path.join(scratch, "single.txt");
  await writeFile(single, await made("Single"));
  await open(page);
  const protocol = await page.context().newCDPSession(page);
  const data = { items: [], files: [folder, single], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await protocol.send("Input.dispatchDragEvent", { type, x: 300, y: 200, data });
  }
  await expect(tally(page)).toHaveText("✓ 3 confirmed");
  for (const name of ["Deep", "Near", "Single"]) {
    await expect(button(page, `${name}: open the check`)).toBeVisible();
  }
});

test("a long replay shows how far it is, and can be stopped and begun again", {
  tag: "@long",
}, async ({ page }) => {
  await page.goto(`/receipt#${await endless("Dora")}`);
  await expect(page.getByText(/^replayed \d+ %$/)).toBeVisible();
  await expect(page.getByRole("progressbar", { name: "Replayed" })).toBeVisible();
  await button(page, "Stop the replay").click();
  await verdict(page, "Unconfirmed – Dora");
  await expect(page.locator('[data-about="replay"]')).toContainText(
    /Not replayed to its end: it was stopped after pass \d+ of 100000/,
  );
  await button(page, "Replay it to the end").click();
  await expect(page.getByText(/^replayed \d+ %$/)).toBeVisible();
  await page.getByText("Check more receipts").click();
  const others = [await endless("Eva"), await endless("Fay"), ada];
  await check(page, others.join("\n"));
  await expect(page.getByText("0 of 4 checked")).toBeVisible();
  await button(page, "Stop all replays").click();
  await expect(tally(page)).toHaveText("? 4 unconfirmed");
});

test("offline, a page that has checked one receipt checks the next", async ({
  page,
  context,
  complaints,
}) => {
  await page.goto(`/receipt#${ada}`);
  await verdict(page, "Confirmed – Ada Lovelace");
  await page.getByText("Check more receipts").click();
  await check(page, ada);
  await expect(page.getByText("given twice, and is shown once")).toBeVisible();
  await context.setOffline(true);
  await check(page, `${await made("Bob")} ${await made("Cyril")}`);
  await expect(tally(page)).toHaveText("✓ 3 confirmed");
  const saving = page.waitForEvent("download");
  await button(page, "Save as CSV").click();
  expect((await saving).suggestedFilename()).toContain("receipts-");
  const co2 = "/labs/series?assignment=1&goal=loss_50&passes=5&device=cpu";
  await check(page, await made("Dan", co2));
  await verdict(page, "Not checked – Dan");
  await expect(page.getByText(/data file .* could not be loaded/).last()).toBeVisible();
  await context.setOffline(false);
  await button(page, "Try again").click();
  await verdict(page, "Confirmed – Dan");
  complaints.length = 0;
});

test("a link of a class that cannot be read says why in a sentence", {
  tag: "@long",
}, async ({ page, context, complaints }) => {
  await page.goto("/receipt#class=nonsense");
  await expect(page.getByText("This link names no receipt of a class")).toBeVisible();
  const ids = `class=${"a".repeat(22)}/${"b".repeat(22)}`;
  await page.goto(`/receipt#${ids}`);
  await expect(page.getByText(/no such class|has no classes/)).toBeVisible();
  await expect(button(page, "Try again")).toBeVisible();
  await context.setOffline(true);
  await button(page, "Try again").click();
  await expect(page.getByText("server cannot be reached")).toBeVisible();
  await context.setOffline(false);
  complaints.length = 0;
});

/** Asks the site's server from the page, as its own scripts do. */
const ask = (page: Page, path: string, body: unknown): Promise<unknown> =>
  page.evaluate(
    async ([path, body]) => {
      const headers = { "Content-Type": "application/json" };
      const answer = await fetch(path, { method: "POST", headers, body });
      return answer.json();
    },
    [path, JSON.stringify(body)] as const,
  );

test("a receipt handed in to a class opens from its link, for those of the class", async ({
  page,
  browser,
  complaints,
}) => {
  await open(page);
  const opened = await ask(page, "/api/classes", { name: "Receipts" });
  const { code, id } = responses.opened.parse(opened).class;
  const of = `/api/classes/${id}`;
  const assigned = responses.assigned.parse(
    await ask(page, `${of}/assignments`, { link }),
  );
  const name = "Ada Lovelace";
  const { learner } = responses.joined.parse(
    await ask(page, "/api/join", { code, name }),
  );
  const handIn = async (letter: string, packed: string) => {
    const receipt = { key: letter.repeat(22), assignment: assigned.id, packed };
    return responses.handedIn.parse(await ask(page, `${of}/hand-in`, receipt));
  };
  const receipt = await handIn(
    "a",
    await pack(trainReceipt(link, { name, id: learner })),
  );
  await page.goto(`/receipt#class=${id}/${receipt.id}`);
  await verdict(page, "Confirmed – Ada Lovelace");
  await expect(page.getByText("Handed in by")).toBeVisible();
  await expect(page.getByText("Judged by the link of the class")).toBeVisible();
  const other = await handIn("b", await made("Bob"));
  await page.goto(`/receipt#class=${id}/${other.id}`);
  await expect(
    page.getByText("The class has it from “Ada Lovelace”, and it bears the name “Bob”."),
  ).toBeVisible();

  // Made without the class, its seed is one that a name chose.
  const outside = await handIn("c", ada);
  await page.goto(`/receipt#class=${id}/${outside.id}`);
  await verdict(page, "Unconfirmed – Ada Lovelace");
  await expect(page.getByText("It was made outside the class").first()).toBeVisible();

  const stranger = await browser.newPage();
  await stranger.goto(`${new URL(page.url()).origin}/receipt#class=${id}/${receipt.id}`);
  await expect(stranger.getByText("to its teacher and to the learner")).toBeVisible();
  await stranger.close();
  expect(complaints).toEqual([]);
});

test("everything is done by keyboard alone", async ({ page }) => {
  await open(page);
  const reach = async (name: string | RegExp, role: "button" | "textbox" = "button") => {
    const wanted = page.getByRole(role, { name });
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press("Tab");
      if (await wanted.evaluate((one) => one === document.activeElement)) return;
    }
    throw new Error(`The key Tab does not lead to ${name}`);
  };
  await reach("Links or receipts", "textbox");
  await page.keyboard.insertText(`${ada}\n${await made("Bob")}`);
  await reach("Check these");
  await page.keyboard.press("Enter");
  await expect(tally(page)).toHaveText("✓ 2 confirmed");
  await expect(page.getByRole("heading", { name: "2 receipts" })).toBeFocused();
  await reach(/^Learner$/);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(rows(page).first()).toContainText("Bob");
  await reach("Bob: open the check");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Confirmed – Bob" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(button(page, "Back to the list")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(button(page, "Bob: open the check")).toBeFocused();
  await reach("Clear the list");
  await page.keyboard.press("Enter");
  await expect(box(page)).toBeFocused();
  await page.keyboard.insertText(ada);
  await reach("Check these");
  await page.keyboard.press("Enter");
  const only = page.getByRole("heading", { name: "Confirmed – Ada Lovelace" });
  await expect(only).toBeFocused();
});

test("axe finds nothing: receipts, narrow and wide, light and dark", {
  tag: "@soak",
}, async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const clean = () => expectAccessibleInEveryLook(page);
  await page.goto(`/receipt#${ada}`);
  await verdict(page, "Confirmed – Ada Lovelace");
  await expect(page.locator(".recharts-surface").first()).toBeAttached();
  await page.getByText("The losses as numbers").click();
  await clean();
  await page.getByText("Check more receipts").click();
  const wrong = await pack({ ...trainReceipt(link, "Ada"), name: "Zed" });
  await check(page, `${wrong} ${await made("Ada")} ${await endless("Fay")}`);
  await expect(page.getByText("3 of 4 checked")).toBeVisible();
  await button(page, "Zed: open the check").click();
  await clean();
  await button(page, "Stop all replays").click();
});
