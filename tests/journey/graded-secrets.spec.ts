// What a site's own graded questions keep to themselves: nothing that tells an answer is in
// anything that a learner's browser is sent, or in any file of the build.
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Page, Response } from "@playwright/test";
import { ownPrefix, writeBank } from "./graded-bank";
import { expect, test } from "./strict-test";

const address = `10.3.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}`;
test.use({ extraHTTPHeaders: { "x-forwarded-for": address } });

const prefix = ownPrefix();

/** Stands in all that a learner must not see. */
const marker = `secret${prefix.replaceAll("-", "")}`;
/** A number that must not be seen: the answer to what is asked. */
const hidden = 90817263;

const head = (kind: string) =>
  `- id: ${prefix}-${kind}
  kind: ${kind}
  idea: passes
  section: ${marker}-section
  hints: [${marker} hint]`;

const options = `  options:
    - { text: First, why: ${marker} why, refuted: ${marker}/claim }
    - { text: Second, right: true, why: ${marker} why }
    - { text: Third, why: ${marker} why }`;

const bank = `
${head("one")}
  asks: Which is second?
${options}
${head("several")}
  asks: Which are second?
${options}
${head("number")}
  asks: What is {{n}} and ${hidden - 5}, less {{n}}, plus five?
  draws:
    n: { from: 2, to: 9, step: 1 }
  answer: ${hidden} + 0 * n
  within: 0.5
  right: ${marker} right
  wrong: ${marker} wrong
${head("blank")}
  asks: One pass sees ___ example.
  accepts: [${marker} accepted, every]
  misses:
    - { text: ${marker} missed, why: ${marker} why }
  right: ${marker} right
  wrong: ${marker} wrong
${head("order")}
  asks: Put them in order.
  items:
    - { text: Alpha, why: ${marker} why }
    - { text: Beta, why: ${marker} why }
    - { text: Gamma, why: ${marker} why }
${head("match")}
  asks: Match them.
  pairs:
    - { text: Day, to: Sun, why: ${marker} why }
    - { text: Night, to: Moon, why: ${marker} why }
${head("predict")}
  asks: What will it do?
  run: ${marker}/claim
  look: ${marker} look
  options:
    - { text: Fall, right: true, when: passes > ${hidden}, why: ${marker} why }
    - { text: Rise, when: passes < ${hidden}, why: ${marker} why }
`;
const kinds = ["one", "several", "number", "blank", "order", "match", "predict"];
const graded = kinds.map((kind) => `${prefix}-${kind}`);

let removeBank = async () => {};
test.beforeAll(async () => {
  removeBank = await writeBank(prefix, bank);
});
test.afterAll(() => removeBank());

const tells = (text: string) => text.includes(marker) || text.includes(String(hidden));

/** The body of everything that a page is sent, by its address. */
function recorded(page: Page) {
  const waiting: Promise<{ url: string; text: string }>[] = [];
  async function textOf(response: Response) {
    const again = async () => {
      // The browser throws bodies away when it leaves a page; what was posted is small.
      const isRead = response.request().method() === "GET" && response.status() === 200;
      if (!isRead) return "";
      return (await page.context().request.get(response.url())).text();
    };
    return response.text().catch(again);
  }
  page.on("response", (response) => {
    const url = response.url();
    waiting.push(textOf(response).then((text) => ({ url, text })));
  });
  return () => Promise.all(waiting);
}

/** Every file of the build that a browser can be sent; none where nothing was built. */
async function builtFiles(): Promise<readonly string[]> {
  const lists = [".next/static", ".next/server/app"].map(async (folder) => {
    const names = await readdir(folder, { recursive: true }).catch(() => []);
    return names
      .filter((name) => folder.endsWith("static") || /\.(html|rsc|body)$/.test(name))
      .map((name) => path.join(folder, name));
  });
  return (await Promise.all(lists)).flat();
}

test("no key of a graded question leaves the server but to its teacher", async ({
  page,
  browser,
}) => {
  const post = async (path: string, data: object = {}) => {
    const response = await page.request.post(path, { data });
    expect(response.ok(), `${path}: ${await response.text()}`).toBe(true);
    return response.json();
  };
  const quick = "samples=60&layers=3&passes=40&device=cpu";
  const link = `/labs/network?assignment=1&quiz=${graded.join(".")}&${quick}`;
  await page.goto("/class/join");
  const context = await browser.newContext({
    extraHTTPHeaders: { "x-forwarded-for": address },
    baseURL: new URL(page.url()).origin,
  });
  const learner = await context.newPage();
  const bodies = recorded(learner);
  const { class: opened } = await post("/api/classes", { name: "Secrets" });
  const at = `/api/classes/${opened.id}`;
  const { id: assignment } = await post(`${at}/assignments`, { link });

  await learner.goto("/assign");
  await learner.getByText("Questions for a grade").click();
  await expect(learner.getByText("shows to teachers alone")).toBeVisible();
  await expect(learner.locator(`option[value="${prefix}-one"]`)).toHaveCount(0);
  await learner.goto(`/class/join?code=${opened.code}`);
  await expect(learner.getByLabel("The class’s code")).toHaveValue(opened.code);
  await learner.getByLabel("Your name").fill("Eve");
  await learner.getByLabel("Your name").press("Enter");
  await learner.locator(`a[href*="${prefix}"]`).click();
  await learner.getByRole("button", { name: "Start", exact: true }).click();
  await expect(learner.locator("[data-graded]")).toHaveCount(kinds.length);
  const question = (kind: string) => learner.locator(`[data-graded="${prefix}-${kind}"]`);
  const answered = async (kind: string, verdict: string) => {
    await question(kind)
      .getByRole("button", { name: /^Hand in/ })
      .click();
    await expect(question(kind).locator("[data-verdict]")).toContainText(verdict);
  };
  await question("one").getByLabel("Second").check();
  await answered("one", "✓ Right.");
  await question("several").getByLabel("First").check();
  await answered("several", "✗ Not right.");
  await question("number").getByRole("textbox").fill("5");
  await answered("number", "✗ Not right.");
  await question("blank").getByRole("textbox").fill("every");
  await answered("blank", "✓ Right.");
  await question("predict").getByLabel("Rise").check();
  await answered("predict", "✗ Not right.");
  await answered("order", "✗ Not right.");
  await learner.reload();
  await expect(question("one").locator("[data-verdict]")).toHaveText("✓ Right.");
  await expect(learner.getByRole("timer")).toHaveCount(0);

  // What a learner may ask for by hand, the teacher’s answer among it.
  const asked = [
    ...["/api/graded", "/questions.json", `${at}/quiz`, `${at}/answers`, `${at}/board`],
    ...[`${at}/mine`, `${at}/assignments/${assignment}/quiz`, "/labs/network?_rsc=1"],
  ];
  const sent = await bodies();
  for (const url of asked) {
    const headers = url.includes("_rsc") ? { RSC: "1" } : {};
    const response = await context.request.get(url, { headers });
    sent.push({ url, text: await response.text() });
  }
  const started = await context.request.post(`${at}/assignments/${assignment}/quiz`, {
    data: {},
  });
  const { questions } = await started.json();
  expect(questions).toHaveLength(kinds.length);
  sent.push({ url: "the questions", text: JSON.stringify(questions) });
  expect(sent.filter(({ text }) => tells(text)).map(({ url }) => url)).toEqual([]);
  expect(sent.length).toBeGreaterThan(20);
  // Shown in a drawn order, an order and a matching do not give themselves away either.
  const order = questions.find(({ kind }: { kind: string }) => kind === "order");
  expect(order.items).not.toEqual(["Alpha", "Beta", "Gamma"]);
  for (const one of questions) {
    expect(one).not.toHaveProperty("answer");
    expect(JSON.stringify(one)).not.toMatch(/"(right|why|accepts|when|hints)"/);
  }
  for (const file of await builtFiles()) {
    expect(tells(await readFile(file, "utf8").catch(() => "")), file).toBe(false);
  }
  await context.close();

  // The same search finds the keys where they are.
  const keys = await page.request.get(`${at}/quiz`);
  expect(tells(await keys.text())).toBe(true);
});
