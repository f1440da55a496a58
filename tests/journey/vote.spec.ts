// A class in the room: a question on the wall, two phones that vote, argue and vote again, and
// the run trained before all, with a dot for each voter's seed. By keyboard alone.
import type { Browser, Page } from "@playwright/test";
import { responses } from "@/content/class/messages";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import { voterPath, voterRun } from "@/content/quiz/voter-run";
import { runNumbers } from "@/labs/claim/run-numbers";
import { trained } from "../labs/trained";
import { expectAccessible } from "./accessible";
import { expect, test } from "./strict-test";

// Each run counts as another address, so that the limits are those of one.
const address = `10.${Array.from({ length: 3 }, () => Math.floor(Math.random() * 256)).join(".")}`;
test.use({
  extraHTTPHeaders: { "x-forwarded-for": address },
  viewport: { width: 1280, height: 720 },
});

const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true });

const press = (page: Page, name: string | RegExp) => button(page, name).press("Enter");

async function send(page: Page, method: "post" | "patch", path: string, data: object) {
  const response = await page.request[method](path, { data });
  const text = await response.text();
  expect(response.ok(), `${path}: ${text}`).toBe(true);
  return JSON.parse(text);
}

async function openPhone(browser: Browser, baseURL: string | undefined) {
  const context = await browser.newContext({
    ...(baseURL && { baseURL }),
    viewport: { width: 360, height: 740 },
    extraHTTPHeaders: { "x-forwarded-for": address },
  });
  return context.newPage();
}

/** Joins by the wall's own link. */
async function joinBy(href: string, name: string, phone: Page) {
  await phone.goto(href);
  await phone.getByLabel("Your name").fill(name);
  await phone.getByLabel("Your name").press("Enter");
  await expect(phone.locator("[data-phase]")).toBeVisible();
}

const predictions = (await readAllQuestions()).flatMap(({ questions }) =>
  questions.flatMap((question) => (question.kind === "predict" ? [question] : [])),
);
const asked = predictions.find(({ id }) => id === "plain-fall");
const [one = "", two = ""] = asked?.options.map(({ text }) => text) ?? [];

/** A class, and its wall with the link for phones. */
async function openWall(page: Page, name: string) {
  const { class: opened } = await send(page, "post", "/api/classes", { name });
  await page.goto(`/class/wall?c=${opened.id}`);
  return { at: `/api/classes/${opened.id}`, id: opened.id as string };
}

const phoneLink = async (page: Page) =>
  (await page.getByRole("link", { name: "The page to vote on" }).getAttribute("href")) ??
  "";

const isPressed = (page: Page, name: string) =>
  expect(button(page, name)).toHaveAttribute("aria-pressed", "true");

/** Looks at once, as a phone does whose connection is back. */
const look = (phone: Page) =>
  phone.evaluate(() => void window.dispatchEvent(new Event("online")));

const isIn = (phone: Page) => expect(phone.getByText("Your vote is in.")).toBeVisible();

test("a room votes, argues, votes again, and sees the run trained and a dot for each seed", async ({
  page,
  browser,
  baseURL,
}) => {
  // The run is trained at once: how it is watched, predictions have shown.
  await page.emulateMedia({ reducedMotion: "reduce" });
  const { at } = await openWall(page, "The room");
  const list = page.getByLabel("The question");
  await list.focus();
  await list.selectOption(asked?.asks ?? "");
  await press(page, "Ask the room");
  const wall = page.locator("[data-phase]");
  await expect(wall).toHaveAttribute("data-phase", "first");
  await expect(page.getByRole("img", { name: "QR code" })).toBeVisible();
  const href = await phoneLink(page);
  const heard: Promise<string>[] = [];
  page.on("response", (response) => {
    const isWall = response.url().endsWith("/ballots") && response.status() === 200;
    if (isWall) heard.push(response.text());
  });
  const phones = await Promise.all(
    ["Ada", "Noor"].map(async (name) => {
      const phone = await openPhone(browser, baseURL);
      await joinBy(href, name, phone);
      return phone;
    }),
  );
  const [ada = page, noor = page] = phones;

  await press(ada, one);
  await isPressed(ada, one);
  await press(noor, one);
  await press(noor, two);
  await Promise.all([isIn(ada), isIn(noor)]);
  await isPressed(noor, two);
  await expect(wall).toContainText("2 of 2 have voted");
  await expect(wall).not.toContainText("Ada");
  await expectAccessible(page, "the wall, voting");
  await expectAccessible(ada, "the phone, voting");

  await press(page, "End the first vote");
  await expect(button(page, "Begin the second vote")).toBeFocused();
  await look(ada);
  await expect(ada.getByText("Find somebody who chose otherwise")).toBeVisible();
  await expect(ada.getByText(`In the first vote you chose: ${one}`)).toBeVisible();
  await press(page, "Begin the second vote");
  await expect(button(page, "End the vote and show both")).toBeVisible();
  await look(ada);
  await expect(button(ada, two)).toBeVisible();
  await press(ada, two);
  await isIn(ada);
  await expect(wall).toContainText("1 of 2 have voted");
  // The spread is in nothing that the teacher's browser was sent.
  const told = await Promise.all(heard);
  expect(told.length).toBeGreaterThan(3);
  const options = asked?.options.map(({ id }) => `"${id}"`) ?? [];
  for (const text of told) {
    expect(text).toContain('"spread":null');
    for (const option of options) expect(text).not.toContain(option);
  }

  await press(page, "End the vote and show both");
  await expect(wall).toHaveAttribute("data-phase", "ended");
  const bars = page.locator("[data-option]");
  await expect(bars.nth(0)).toContainText("first1 of 2second0 of 1");
  await expect(bars.nth(1)).toContainText("first1 of 2second1 of 1");
  await press(page, "Train it");
  await expect(page.locator("[data-dots]")).toHaveAttribute("data-dots", "2");
  await expect(page.locator("figure circle")).toHaveCount(2);
  await expect(bars.nth(1)).toContainText("✓ so it came");
  await expect(wall).not.toContainText("Noor");
  await page.getByLabel("Names on the wall").press("Space");
  await look(ada);
  await expect(ada.getByText("Look at the wall")).toBeVisible();
  // Each dot is the run from that learner's own seed, which their phone leads to.
  if (!asked) throw new Error("The course asks it.");
  const board = await (await page.request.get(`${at}/board?since=0`)).json();
  const { learners } = responses.board.parse(board);
  for (const { id, name } of learners) {
    const { testLoss } = runNumbers(trained(voterRun(asked, id)));
    await expect(wall).toContainText(`${name}: ${testLoss.toFixed(3)}`);
    if (name !== "Ada") continue;
    await expect(
      ada.getByRole("link", { name: "Train the run from your own seed" }),
    ).toHaveAttribute("href", voterPath(asked, id));
  }
  await expectAccessible(page, "the wall, trained");
});

test("who joins midway votes, who leaves stays counted, a broken line mends, a late vote is told", {
  tag: "@long",
}, async ({ page, browser, baseURL }) => {
  const { id, at } = await openWall(page, "Midway");
  await page.getByLabel("The question").selectOption(asked?.asks ?? "");
  await press(page, "Ask the room");
  const wall = page.locator("[data-phase]");
  const href = await phoneLink(page);
  const ada = await openPhone(browser, baseURL);
  await joinBy(href, "Ada", ada);
  await press(ada, one);
  await isIn(ada);
  await ada.context().close();
  await expect(wall).toContainText("1 of 1 have voted");

  const bo = await openPhone(browser, baseURL);
  await joinBy(href, "Bo", bo);
  await bo.context().setOffline(true);
  await press(bo, one);
  await expect(bo.getByRole("main").getByRole("alert")).toContainText(
    "cannot be reached",
  );
  await press(bo, two);
  await isPressed(bo, two);
  await bo.context().setOffline(false);
  await isIn(bo);
  await expect(wall).toContainText("2 of 2 have voted");
  await bo.reload();
  await isPressed(bo, two);

  // The vote ends, and the phone has not heard of it.
  await bo.route("**/room?*", (route) => route.abort());
  await press(page, "End the first vote");
  await expect(wall).toHaveAttribute("data-phase", "argue");
  await press(bo, one);
  await expect(bo.getByRole("main").getByRole("alert")).toContainText("came too late");
  await bo.unroute("**/room?*");
  await expect(bo.getByText(`In the first vote you chose: ${two}`)).toBeVisible({
    timeout: 30_000,
  });

  await page.reload();
  await expect(wall).toHaveAttribute("data-phase", "argue");
  await page.goto(`/class?c=${id}`);
  await page.getByRole("link", { name: "Vote, argue, vote again, train" }).click();
  await expect(wall).toHaveAttribute("data-phase", "argue");
  await press(page, "Take the question away");
  await press(page, "Delete the votes");
  await expect(button(page, "Ask the room")).toBeVisible();
  expect((await (await page.request.get(`${at}/ballots`)).json()).ballots).toEqual([]);
  await expect(bo.getByText("Nothing is asked yet.")).toBeVisible();

  // What has ended is kept, shown again, and deleted.
  await press(page, "Ask the room");
  await press(page, "End the first vote");
  await press(page, "Begin the second vote");
  await press(page, "End the vote and show both");
  await press(page, "Ask another question");
  await page.reload();
  await expect(page.getByText("right before: 0 of 0 · after: 0 of 0")).toBeVisible();
  await press(page, "Show it again");
  await expect(wall).toHaveAttribute("data-phase", "ended");
  await press(page, "Ask another question");
  await press(page, "Delete");
  await press(page, "Delete the votes");
  await expect(page.getByRole("heading", { name: "Asked so far" })).toHaveCount(0);
});
