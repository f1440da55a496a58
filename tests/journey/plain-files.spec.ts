// The exported site on a host of files, in a folder of it: everything but classes, nothing
// asked for that is not there, and nothing outside the folder.
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { record } from "@/content/quiz/answer-book";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import { button, copied, makeAssignment, profile, trainUntilMet } from "./assignment-way";
import { keepAnswers } from "./keep-answers";
import { serveFolder } from "./static-host";
import { expect, test } from "./strict-test";
import { expectLive, translate, words } from "./translator";

const folder = "/my-course";

/** Notes what was asked for outside the folder or is not there, and what the console shows. */
function hear(page: Page, host: string, heard: string[]) {
  page.on("console", (message) => {
    if (message.type() === "error") heard.push(message.text());
  });
  page.on("pageerror", (error) => heard.push(error.message));
  page.on("response", (response) => {
    const { pathname, origin } = new URL(response.url());
    if (origin !== host) return;
    const inside = pathname.startsWith(`${folder}/`) || pathname === folder;
    if (!inside || response.status() >= 400) {
      heard.push(`${response.status()} ${response.url()}`);
    }
  });
  page.on("requestfailed", (request) => {
    // A page that is left stops what it was loading ahead.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") heard.push(request.url());
  });
}

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { level: 1, name });

/** Reads on by the pages' own links, looks a word up, and answers what is due. */
async function read(page: Page) {
  await page.goto("");
  await page.getByRole("link", { name: "Labs", exact: true }).click();
  await expect(page).toHaveURL(/\/my-course\/labs\/$/);
  await page.goBack();
  await page.locator('a[href^="/my-course/lessons/"]').first().click();
  await expect(page).toHaveURL(/\/my-course\/lessons\/[a-z-]+\//);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Search the course" }).fill("epoch");
  await expect(page.getByRole("option").first()).toContainText("pass");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/my-course\/glossary\/#term-pass$/);
  await page.locator("#term-pass").getByRole("link").first().click();
  await expect(page).toHaveURL(/\/my-course\/lessons\/.*#/);
  await page.goto("review/");
  await expect(page.locator("[data-question]").first()).toBeVisible();
  await page.getByRole("radio").first().check();
  await button(page, "Check").click();
  await expect(page.locator("[data-judged]").first()).toBeVisible();
}

/** Opens an assignment, trains it, and gives the receipt's link. */
async function handIn(page: Page, assignment: string): Promise<string> {
  await page.goto(assignment);
  await page.getByLabel("Your name", { exact: true }).fill("Ada Lovelace");
  await button(page, "Begin").click();
  await trainUntilMet(page);
  await button(page, "Make the receipt").click();
  await button(page, "Copy the receipt’s link").click();
  return copied(page);
}

/** Trains on a page that the browser has translated: its texts go on as React means them. */
async function trainTranslated(page: Page) {
  await translate(page, "taken over");
  await page.goto("labs/network/?samples=60&passes=30&device=cpu");
  await expect(page.locator("font").first()).toBeAttached();
  await button(page, words("Train")).click();
  await expect(page.locator("[data-lab]")).toHaveAttribute("data-status", "done");
  await expectLive(page, "trained");
}

test("the exported site works in a folder of a host of plain files", {
  tag: "@long",
}, async ({ browser }) => {
  test.setTimeout(900_000);
  if (process.env.EXPORTED !== "1") {
    const env = { ...process.env, BASE_PATH: folder };
    execFileSync("npm", ["run", "export"], { env, stdio: "inherit" });
  }
  const host = await serveFolder("out", folder);
  const site = `${host.url}${folder}/`;
  const other = await mkdtemp(path.join(tmpdir(), "next-pass-other-site-"));
  const around = await serveFolder(other, "");
  try {
    const learner = await profile(browser, site);
    const [first] = (await readAllQuestions()).flatMap(({ questions }) =>
      questions.filter(({ kind }) => kind === "one"),
    );
    if (!first) throw new Error("No question has one right answer");
    const answer = { kind: "ticked", options: ["any"] } as const;
    const wrongly = { answer, right: false, at: Date.now() - 9 * 24 * 3600 * 1000 };
    await keepAnswers(learner, record({}, first.id, wrongly));
    const heard: string[] = [];
    hear(learner, host.url, heard);
    await read(learner);

    const instructor = await profile(browser, site);
    hear(instructor, host.url, heard);
    const assignment = await makeAssignment(instructor);
    expect(assignment).toContain(`${site}labs/network/?assignment=1&`);
    const send = instructor.locator("#send");
    await expect(send.getByText("This site runs without a server")).toBeVisible();
    const receipt = await handIn(learner, assignment);
    expect(receipt).toContain(`${site}receipt/#`);
    await instructor.goto(receipt);
    await expect(instructor.getByText("Holds: Replayed, identical")).toBeVisible();

    // A link without the slash, as a site with a server gives it, opens the same.
    await learner.goto(assignment.replace("/network/?", "/network?"));
    await expect(learner).toHaveURL(assignment);
    await expect(learner.getByText("You work as")).toContainText("Ada Lovelace");

    await learner.goto("class/join?code=ABCD-EFGH");
    await expect(heading(learner, "No classes here")).toBeVisible();
    await expect(learner.getByText("Open the link that your teacher gave")).toBeVisible();

    for (const path of ["lti/", "embed/place/#ticket", "embed/lti/"]) {
      await learner.goto(path);
      await expect(learner.getByText("so no LMS can register it")).toBeVisible();
    }

    const frame = `${site}embed/labs/network/?samples=60&passes=30&device=cpu`;
    await writeFile(path.join(other, "index.html"), `<iframe src="${frame}"></iframe>`);
    await learner.goto(around.url);
    const framed = learner.frameLocator("iframe");
    await framed.getByRole("button", { name: "Train", exact: true }).click();
    await expect(framed.locator("[data-lab][data-status=done]")).toBeAttached();
    await trainTranslated(learner);
    expect(heard).toEqual([]);

    const lost = await profile(browser, site);
    const answered = await lost.goto("lessons/of/another/year");
    expect(answered?.status()).toBe(404);
    await expect(heading(lost, "There is no such page")).toBeVisible();
    await lost.getByRole("main").getByRole("link", { name: "labs" }).click();
    await expect(lost).toHaveURL(`${site}labs/`);
    await expect(heading(lost, /lab/i)).toBeVisible();
    // The policy that the host does not send is in the page.
    const ran = await lost.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'ran'";
      document.head.append(script);
      return document.title === "ran";
    });
    expect(ran).toBe(false);
  } finally {
    host.close();
    around.close();
    await rm(other, { recursive: true, force: true });
  }
});
