// A class over its term, as its teacher runs it on a phone and on a wide screen: the list of
// learners, keys that are lost, more time, grades for other systems, a file to restore.
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "@playwright/test";
import { pack } from "@/labs/receipt/packed";
import { trainReceipt } from "../labs/receipt/train-receipt";
import { parseCsv } from "../parse-csv";
import { soaking } from "../soak";
import { expectAccessible } from "./accessible";
import { expect, test } from "./strict-test";

// Each run counts as another address, so that the limits are those of one.
const address = `10.${Array.from({ length: 3 }, () => Math.floor(Math.random() * 256)).join(".")}`;
test.use({ extraHTTPHeaders: { "x-forwarded-for": address } });

const quick = "samples=60&layers=3&passes=40&device=cpu";
const examples = "data-noise-split-samples-own-values-outlier-window";
const circle = `/labs/network?assignment=1&title=Circle&goal=loss_9*neurons_9&points=3-2&lock=passes-${examples}&due=2026-01-02T12:00Z&${quick}`;
const open = `/labs/network?assignment=1&title=Open&goal=loss_0.95&lock=passes&${quick}`;

const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true });
const row = (page: Page, name: string) =>
  page.getByRole("group", { name: "Board" }).getByRole("row").filter({ hasText: name });
const unfold = (page: Page, text: string) =>
  page.locator("summary", { hasText: text }).first().click();

/** Another browser of the same size, with a page of its own. */
async function otherBrowser(browser: Browser, page: Page, baseURL: string | undefined) {
  const context = await browser.newContext({
    ...(baseURL && { baseURL }),
    viewport: page.viewportSize(),
    extraHTTPHeaders: { "x-forwarded-for": address },
  });
  return { context, page: await context.newPage() };
}

async function post(page: Page, path: string, data: object = {}) {
  const response = await page.request.post(path, { data });
  expect(response.ok(), `${path}: ${await response.text()}`).toBe(true);
  return response.json();
}

/** A class opened by its teacher's browser, with assignments and learners on its list. */
async function openedClass(
  page: Page,
  name: string,
  links: readonly string[],
  learners: readonly object[] = [],
) {
  const { class: opened, secret, recovery } = await post(page, "/api/classes", { name });
  const at = `/api/classes/${opened.id}`;
  const assignments: { id: string; link: string }[] = [];
  for (const link of links) {
    assignments.push(await post(page, `${at}/assignments`, { link }));
  }
  const { added } =
    learners.length > 0
      ? await post(page, `${at}/roster`, { learners })
      : { added: [] as { learner: string; name: string; code: string }[] };
  return { ...opened, secret, recovery, assignments, added };
}

/** Comes in with a code, and hands a receipt in. */
async function handIn(
  page: Page,
  { id }: { id: string },
  { code, name, learner }: { code: string; name: string; learner: string },
  assignment: { id: string; link: string },
  set: Parameters<typeof trainReceipt>[2] = {},
) {
  await post(page, "/api/join", { code });
  const packed = await pack(trainReceipt(assignment.link, { name, id: learner }, set));
  const key = `key-of-${assignment.id}`.slice(0, 40);
  await post(page, `/api/classes/${id}/hand-in`, {
    key,
    assignment: assignment.id,
    packed,
  });
}

/** Opens a class on its page; gives the keys that are shown once. */
async function openOnPage(page: Page, name: string) {
  await page.goto("/class");
  await page.getByLabel("Name of the class").fill(name);
  await page.getByLabel("Name of the class").press("Enter");
  await expect(
    page.getByRole("heading", { name: "Keep your private link and your recovery code" }),
  ).toBeFocused();
  const link = await page.locator("[data-private-link]").getAttribute("href");
  const recovery = await page.locator("[data-recovery]").textContent();
  return { link: link ?? "", recovery: recovery ?? "" };
}

async function saved(page: Page, press: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), file: await download.path() };
}

// On a phone daily, on a wide screen in the long run.
for (const width of soaking ? [1280] : [360]) {
  test.describe(`at ${width} px`, { tag: "@soak" }, () => {
    test.use({ viewport: { width, height: width === 360 ? 740 : 900 } });

    test("a list of learners is pasted, and each comes in with a code of their own", async ({
      page,
      browser,
      baseURL,
      complaints,
    }) => {
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await openOnPage(page, "Roster");
      await button(page, "I have kept both").click();
      await expect(page.locator("[data-recovery]")).toHaveCount(0);
      const classCode = (await page.locator("[data-code]").textContent()) ?? "";
      await page.getByRole("radio", { name: /^Roster/ }).check();
      await expect(page.locator("[data-code]")).toHaveCount(0);

      await unfold(page, "Add learners from a list");
      await page
        .getByLabel("The list", { exact: true })
        .last()
        .fill("Lovelace;Ada;s-1815;A\nHopper;Grace;s-1906;B\nLovelace;Ada;s-2;A");
      await button(page, "Use this text").click();
      // Told apart by what stands in them; the reader may say otherwise.
      await page.getByLabel("Column 1").selectOption("last name");
      await page.getByLabel("Column 2").selectOption("first name");
      await page.getByLabel("Column 3").selectOption("id");
      await page.getByLabel("Column 4").selectOption("section");
      await expect(page.getByText("“Ada Lovelace” stands twice")).toBeVisible();
      await expectAccessible(page, "the list as it was read");
      await button(page, "Add 2 learners").click();
      await expect(
        page.getByRole("heading", { name: "The codes of 2 learners" }),
      ).toBeFocused();
      const codes = await page.locator("[data-learner-code]").allTextContents();
      expect(new Set(codes).size).toBe(2);
      await button(page, "Copy the list").click();
      await expect
        .poll(() => page.evaluate(() => navigator.clipboard.readText()))
        .toBe(`Ada Lovelace\t${codes[0]}\nGrace Hopper\t${codes[1]}`);
      const { file } = await saved(page, () => button(page, "Save as CSV").click());
      const rows = parseCsv((await readFile(file, "utf8")).replace("\ufeff", ""));
      expect(rows[1]).toEqual(["Ada Lovelace", "A", codes[0]]);
      await expectAccessible(page, "the codes");
      await button(page, "I have kept them").click();
      await expect(page.locator("[data-learner-code]")).toHaveCount(0);

      const { context, page: learner } = await otherBrowser(browser, page, baseURL);
      await learner.goto("/class/join");
      await learner.getByLabel("The class’s code, or your own").fill(classCode);
      await learner.getByLabel("Your name").fill("Mallory");
      await button(learner, "Join").click();
      await expect(learner.getByRole("alert").filter({ hasText: /\S/ })).toBeVisible();
      await learner.getByLabel("The class’s code, or your own").fill(codes[0] ?? "");
      await button(learner, "Join").click();
      await expect(learner.getByText("You are in this class as")).toContainText("Ada");
      // The code is the second device as well.
      const { context: phone, page: second } = await otherBrowser(browser, page, baseURL);
      await second.goto("/class/join");
      await second.getByLabel("The class’s code, or your own").fill(codes[0] ?? "");
      await button(second, "Join").click();
      await expect(second.getByText("You are in this class as")).toContainText("Ada");

      // A new code takes the place of the old one; whoever is in stays in.
      await button(page, "Ada Lovelace").click();
      await expect(page.getByText(/^Joined/)).toBeVisible();
      await button(page, "Let in again: a new code").click();
      await button(page, "Make a new code").click();
      await expect(
        page.getByRole("heading", { name: "The code of Ada Lovelace" }),
      ).toBeFocused();
      await expect(page.locator("[data-learner-code]")).not.toHaveText(codes[0] ?? "");
      await learner.reload();
      await expect(learner.getByText("You are in this class as")).toContainText("Ada");
      const { context: late, page: third } = await otherBrowser(browser, page, baseURL);
      await third.goto("/class/join");
      await third.getByLabel("The class’s code, or your own").fill(codes[0] ?? "");
      await button(third, "Join").click();
      await expect(third.getByRole("alert").filter({ hasText: /\S/ })).toBeVisible();

      // Several at once: ticked, and deleted.
      await page.getByLabel("Choose Ada Lovelace").check();
      await button(page, "Tick all 2 shown").click();
      await button(page, "Delete them").click();
      await expectAccessible(page, "learners ticked");
      await button(page, "Delete 2 learners for good").click();
      await expect(page.getByText("Nobody has joined yet")).toBeVisible();
      await Promise.all([context.close(), phone.close(), late.close()]);
      complaints.length = 0;
    });

    test("who comes by the code waits, where the teacher says so", {
      tag: "@long",
    }, async ({ page, browser, baseURL }) => {
      const opened = await openedClass(page, "Approval", [circle]);
      await page.goto(`/class?c=${opened.id}`);
      await page.getByLabel("Nobody is in before I have approved them").check();
      await expect
        .poll(async () => {
          const board = await page.request.get(`/api/classes/${opened.id}/board`);
          return (await board.json()).class.approval;
        })
        .toBe(true);
      const { context, page: learner } = await otherBrowser(browser, page, baseURL);
      for (const name of ["Cem", "Mallory"]) {
        await learner.goto(`/class/join?code=${opened.code}`);
        await learner.getByLabel("Your name").fill(name);
        await button(learner, "Join").click();
        await expect(
          learner.getByText(`asked to join Approval as ${name}`),
        ).toBeVisible();
      }
      await expect(page.getByText("2 learners wait to be let in")).toBeVisible();
      await expectAccessible(page, "learners who wait");
      await button(page, "Refuse Mallory").click();
      await button(page, "Refuse").click();
      await button(page, "Let in Cem").click();
      await expect(row(page, "Cem")).toBeVisible();
      await expect(page.getByText("to be let in")).toHaveCount(0);
      await context.close();
    });

    test("a closed door lets nobody new in, and those who belong go on", {
      tag: "@long",
    }, async ({ page, browser, baseURL, complaints }) => {
      const opened = await openedClass(page, "Closed", [circle], [{ name: "Ada" }]);
      const [ada] = opened.added;
      if (!ada) throw new Error("The class is not whole.");
      await page.goto(`/class?c=${opened.id}`);
      await unfold(page, "How learners join");
      await page.getByRole("radio", { name: "Closed" }).check();
      await expect(page.getByText("Nobody new comes in.")).toBeVisible();
      await expect(page.locator("[data-code]")).toHaveCount(0);
      const { context, page: learner } = await otherBrowser(browser, page, baseURL);
      await learner.goto(`/class/join?code=${opened.code}`);
      await learner.getByLabel("Your name").fill("Mallory");
      await button(learner, "Join").click();
      await expect(learner.getByRole("alert").filter({ hasText: /\S/ })).toContainText(
        "takes no new learners",
      );
      await expectAccessible(learner, "a closed door");
      await learner.getByLabel("The class’s code, or your own").fill(ada.code);
      await button(learner, "Join").click();
      await expect(learner.getByText("You are in this class as")).toContainText("Ada");
      await expect(learner.getByRole("link", { name: "Circle" })).toBeVisible();
      await context.close();
      complaints.length = 0;
    });

    test("codes are printed by themselves, and shown again with the page after", async ({
      page,
    }) => {
      await page.addInitScript(() => {
        window.print = () => document.body.setAttribute("data-printed", "");
      });
      const opened = await openedClass(page, "Print", [circle], [{ name: "Ada" }]);
      await page.goto(`/class?c=${opened.id}`);
      await button(page, "Ada").click();
      await button(page, "Let in again: a new code").click();
      await button(page, "Make a new code").click();
      await button(page, "Print it").click();
      await expect(page.locator("[data-printed]")).toHaveCount(1);
      await page.emulateMedia({ media: "print" });
      await expect(page.locator("[data-learner-code]")).toBeVisible();
      await expect(button(page, "Print it")).toBeHidden();
      await expect(page.getByRole("group", { name: "Board" })).toBeHidden();
      await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
      await expect(page.getByRole("group", { name: "Board" })).toBeVisible();
      await page.emulateMedia({ media: null });
      await expect(button(page, "Print it")).toBeVisible();
    });

    test("of two renewals at once one gives the link, and the other says so", {
      tag: "@long",
    }, async ({ page, browser, baseURL, complaints }) => {
      const { link } = await openOnPage(page, "Twice");
      await button(page, "I have kept both").click();
      const { context, page: second } = await otherBrowser(browser, page, baseURL);
      await second.goto(link);
      await expect(second.getByText("● live")).toBeVisible();
      const both = [page, second];
      for (const one of both) await button(one, "Renew the private link").click();
      await Promise.all(both.map((one) => button(one, "Renew it").click()));
      const given = both.map((one) => one.locator("[data-private-link]"));
      await expect
        .poll(async () => {
          const counts = await Promise.all(given.map((one) => one.count()));
          return counts.reduce((sum, count) => sum + count, 0);
        })
        .toBe(1);
      const won = (await given[0]?.count()) === 1 ? 0 : 1;
      const loser = both[1 - won];
      // The board may say so before the button does.
      await expect(
        (loser ?? page)
          .getByText(/renewed elsewhere just now|may be another by now/)
          .first(),
      ).toBeVisible();
      const renewed = (await given[won]?.getAttribute("href")) ?? "";
      expect(renewed).not.toBe(link);
      const { context: finder, page: third } = await otherBrowser(browser, page, baseURL);
      await third.goto(link);
      await expect(button(third, "Try again")).toBeVisible();
      await third.goto("/progress");
      await third.goto(renewed);
      await expect(third.getByText("● live")).toBeVisible();
      await Promise.all([context.close(), finder.close()]);
      complaints.length = 0;
    });

    test("a lost private link is recovered by its code, and a co-teacher’s is taken back", async ({
      page,
      browser,
      baseURL,
      complaints,
    }) => {
      const { link, recovery } = await openOnPage(page, "Recovery");
      const { context, page: second } = await otherBrowser(browser, page, baseURL);
      await second.goto("/class");
      await unfold(second, "Get a class back");
      await second.getByLabel("Recovery code").fill("AAAA-AAAA-AAAA-AAAA");
      await button(second, "Recover the class").click();
      await expect(second.getByRole("alert").filter({ hasText: /\S/ })).toBeVisible();
      await expectAccessible(second, "a class to get back");
      await second.getByLabel("Recovery code").fill(recovery.toLowerCase());
      await second.getByLabel("Recovery code").press("Enter");
      await expect(
        second.getByRole("heading", { name: "Recovery", exact: true }),
      ).toBeVisible();
      const renewed = await second.locator("[data-private-link]").getAttribute("href");
      expect(renewed).not.toBe(link);
      expect(await second.locator("[data-recovery]").textContent()).not.toBe(recovery);
      await button(second, "I have kept both").click();
      // The link that was lost opens nothing, wherever it went.
      await expect(page.getByText("Only a teacher of this class")).toBeVisible();
      const { context: finder, page: third } = await otherBrowser(browser, page, baseURL);
      await third.goto(link);
      await expect(button(third, "Try again")).toBeVisible();

      await unfold(second, "Teach it together");
      await second.getByLabel("Name of the co-teacher").fill("Bea");
      await button(second, "Make a link").click();
      const theirs = await second.getByLabel("The private link of Bea").inputValue();
      await expectAccessible(second, "a co-teacher’s link");
      await third.goto("/progress");
      await third.goto(theirs);
      await expect(third.getByText("● live")).toBeVisible();
      await expect(button(third, "Delete the class")).toHaveCount(0);
      await expect(third.getByText("Teach it together")).toHaveCount(0);
      await button(second, "Take the link of Bea back").click();
      await button(second, "Take it back").click();
      await expect(second.locator("[data-teacher]")).toHaveCount(0);
      await expect(third.getByText("Only a teacher of this class")).toBeVisible();
      await Promise.all([context.close(), finder.close()]);
      complaints.length = 0;
    });

    test("late work is told, more time is given, and a mark reaches the learner", async ({
      page,
      browser,
      baseURL,
    }) => {
      const opened = await openedClass(
        page,
        "Time",
        [circle, open],
        [{ name: "Ada" }, { name: "Bo" }],
      );
      const [circles, opens] = opened.assignments;
      const { context, page: learner } = await otherBrowser(browser, page, baseURL);
      const [ada] = opened.added;
      if (!ada || !circles || !opens) throw new Error("The class is not whole.");
      await learner.goto("/class/join");
      await learner.getByLabel("The class’s code, or your own").fill(ada.code);
      await button(learner, "Join").click();
      await expect(learner.getByText("You are in this class as")).toContainText("Ada");
      await handIn(learner, opened, ada, circles, { rate: 0.02 });
      await page.goto(`/class?c=${opened.id}`);
      const cell = page.getByRole("button", { name: /^Ada, Circle: ✓ confirmed/ });
      await expect(cell).toContainText("5 of 5 points · late · changed");
      await expect(row(page, "Ada").locator("[data-sum]")).toHaveText("5 of 5");
      await page.getByLabel("Verdict").selectOption("late");
      await expect(page.locator("[data-learner]")).toHaveCount(1);

      await cell.click();
      const dialog = page.getByRole("dialog", { name: "Ada: Circle" });
      await expect(
        dialog.getByText("Changed by the learner: Learning rate"),
      ).toBeVisible();
      const run = dialog.getByRole("link", { name: "Open the run" });
      expect(await run.getAttribute("href")).toMatch(/assignment=1.*goal=loss_9/);
      await dialog.locator("summary", { hasText: "Give more time" }).click();
      await dialog.getByLabel("Due: day").fill("2099-01-02");
      await button(page, "Save the date").click();
      await expect(dialog.getByText(/Ada has until/)).toBeVisible();
      await expect(dialog.getByText(/extended to/)).toBeVisible();
      await dialog.locator("summary", { hasText: "Mark this work" }).click();
      await dialog.getByLabel("Verdict").selectOption("refused: counts as not met");
      await dialog.getByLabel("Points, of 5").fill("2.25");
      await expect(dialog.getByText("Whole or half points")).toBeVisible();
      await dialog.getByLabel("Points, of 5").fill("2,5");
      await dialog.getByLabel("Reason, for teachers alone").fill("Copied from Bo");
      await dialog
        .getByLabel("Comment, which Ada reads")
        .fill("Please explain the rate.");
      // What is typed is there again, although the dialog was closed.
      await page.keyboard.press("Escape");
      await page.getByLabel("Verdict").selectOption("any");
      await cell.click();
      await expect(dialog.getByLabel("Points, of 5")).toHaveValue("2,5");
      await button(page, "Save the mark").click();
      await expect(dialog.getByText(/^Saved: Ada sees/)).toBeVisible();
      await expectAccessible(page, "a marked cell");
      await button(page, "Close").click();
      const marked = page.getByRole("button", { name: /^Ada, Circle: ✗ refused/ });
      await expect(marked).toContainText("2.5 of 5 points");
      await expect(marked).not.toContainText("late");

      await learner.goto("/class/join");
      await expect(learner.getByText("Please explain the rate.")).toBeVisible();
      expect(await learner.content()).not.toContain("Copied from Bo");

      // What is asked can be edited, and what was handed in is judged anew.
      await unfold(page, "Assignments");
      await expect(page.locator("[data-open-examples]")).toContainText("Data");
      await button(page, "Edit Circle").click();
      const form = page.getByRole("dialog", { name: "Edit Circle" });
      await form.getByLabel("Test loss below", { exact: true }).last().fill("0.0001");
      await form.getByLabel("Closes: day").fill("2099-02-03");
      await expect(
        form.getByText("1 receipt handed in already will be judged anew."),
      ).toBeVisible();
      await expectAccessible(page, "an assignment edited");
      await button(page, "Save").click();
      await expect(form).toHaveCount(0);
      await expect(page.getByText(/closes 3 Feb 2099/).first()).toBeVisible();
      await marked.click();
      await expect(dialog.locator("[data-receipt]")).toContainText("✗ not met");
      await button(page, "Take the mark back").click();
      await button(page, "Close").click();
      await expect(
        page.getByRole("button", { name: /^Ada, Circle: ✗ not met/ }),
      ).toContainText("2 of 5 points");
      await context.close();
    });

    test("the grades are saved as Canvas and Moodle take them", async ({
      page,
      browser,
      baseURL,
    }) => {
      const opened = await openedClass(
        page,
        "Grades",
        [circle, open],
        [
          { name: "Ada Lovelace", studentId: "s-1815", section: "2b" },
          { name: "=Bo", studentId: "bo@school.example" },
        ],
      );
      const { context, page: learner } = await otherBrowser(browser, page, baseURL);
      const [ada] = opened.added;
      const [circles] = opened.assignments;
      if (!ada || !circles) throw new Error("The class is not whole.");
      await handIn(learner, opened, ada, circles);
      await context.close();
      await page.goto(`/class?c=${opened.id}`);
      await expect(row(page, "Ada")).toContainText("5 of 5 points");
      await unfold(page, "Save as CSV");
      await expectAccessible(page, "what can be saved");
      const canvas = await saved(page, () => button(page, "Grades for Canvas").click());
      expect(canvas.name).toMatch(/^grades-canvas-.*\.csv$/);
      expect(parseCsv(await readFile(canvas.file, "utf8"))).toEqual([
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Circle", "Open"],
        ["    Points Possible", "", "", "", "", "5", "1"],
        ["Ada Lovelace", "", "s-1815", "s-1815", "2b", "5", ""],
        ["'=Bo", "", "bo@school.example", "bo@school.example", "", "", ""],
      ]);
      const moodle = await saved(page, () => button(page, "Grades for Moodle").click());
      expect(parseCsv(await readFile(moodle.file, "utf8")).slice(0, 2)).toEqual([
        ["Full name", "ID number", "Email address", "Group", "Circle", "Open"],
        ["Ada Lovelace", "s-1815", "", "2b", "5", ""],
      ]);
    });

    test("a class is saved as a file and restored, duplicated, and ends on another day", {
      tag: "@long",
    }, async ({ page, browser, baseURL }) => {
      const opened = await openedClass(page, "Term 1", [circle], [{ name: "Ada" }]);
      const { context, page: learner } = await otherBrowser(browser, page, baseURL);
      const [ada] = opened.added;
      const [circles] = opened.assignments;
      if (!ada || !circles) throw new Error("The class is not whole.");
      await handIn(learner, opened, ada, circles);
      await page.goto(`/class?c=${opened.id}`);
      await expect(row(page, "Ada")).toContainText("✓ confirmed");
      await unfold(page, "The next term");
      const { name, file } = await saved(page, () =>
        page.getByRole("link", { name: "Save the class as a file" }).click(),
      );
      expect(name).toMatch(/^class-term-1-.*\.jsonl\.gz$/);
      const soon = new Date(Date.now() + 40 * 24 * 60 * 60 * 1000);
      await page.getByLabel("It ends on").fill(soon.toISOString().slice(0, 10));
      await button(page, "Set the end").click();
      const day = soon.toLocaleDateString("en-GB", {
        dateStyle: "long",
        timeZone: "UTC",
      });
      await expect(page.getByText(`It ends on ${day}`)).toBeVisible();
      await expectAccessible(page, "the next term");
      await page.getByLabel("Name of the new class").fill("Term 2");
      await button(page, "Duplicate the class").click();
      await expect(
        page.getByRole("heading", { name: "Term 2", exact: true }),
      ).toBeVisible();
      await expect(page.locator("[data-private-link]")).toBeVisible();
      await expect(page.getByText("Nobody has joined yet")).toBeVisible();
      await expect(page.getByRole("link", { name: "Circle" })).toBeVisible();

      const { context: elsewhere, page: other } = await otherBrowser(
        browser,
        page,
        baseURL,
      );
      await other.goto("/class");
      await unfold(other, "Get a class back");
      await other.getByLabel("The file of a class").setInputFiles({
        name: "notes.txt",
        mimeType: "text/plain",
        buffer: Buffer.from("No class."),
      });
      await expect(other.getByRole("alert").filter({ hasText: /\S/ })).toBeVisible();
      await other.getByLabel("The file of a class").setInputFiles(file);
      await expect(other.getByText("This class is on this site already")).toBeVisible();
      // Lost, say, or on another site.
      expect((await page.request.delete(`/api/classes/${opened.id}`)).ok()).toBe(true);
      await other.getByLabel("The file of a class").setInputFiles(file);
      await expect(other.locator("[data-private-link]")).toBeVisible();
      await expect(row(other, "Ada")).toContainText("✓ confirmed 1 handed in");
      await button(other, "Ada").click();
      await button(other, "Let in again: a new code").click();
      await button(other, "Make a new code").click();
      const code = (await other.locator("[data-learner-code]").textContent()) ?? "";
      await learner.goto("/class/join");
      await learner.getByLabel("The class’s code, or your own").fill(code);
      await button(learner, "Join").click();
      await expect(learner.getByText("You are in this class as").first()).toBeVisible();
      await Promise.all([context.close(), elsewhere.close()]);
    });
  });
}
