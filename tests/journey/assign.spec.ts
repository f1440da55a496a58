// The workshop of instructors: from any lab to a link that holds a whole assignment.
import type { Page } from "@playwright/test";
import { readLink } from "@/labs/assignment/assignment-link";
import { expectAccessibleInEveryLook } from "./accessible";
import { expect, test } from "./strict-test";

const button = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true });

const step = (page: Page, name: string) => page.getByRole("region", { name });

/** The quickest run that says something. */
const quick = "samples=60&passes=30&device=cpu";

async function open(page: Page, query = "") {
  await page.goto(`/assign${query && `?${query}`}`);
  await expect(button(page, "Train")).toBeVisible();
}

const linkOn = (page: Page) => page.getByLabel("The link", { exact: true }).inputValue();

/** The assignment of the link on the page. */
async function assignmentOn(page: Page) {
  const read = readLink(await linkOn(page));
  expect(read?.refused).toEqual([]);
  return read?.assignment;
}

/** The button beside the link itself; another one is always within reach. */
const copyButton = (page: Page) =>
  step(page, "8. Send it").getByRole("button", { name: "Copy the link" });

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test.beforeEach(({ context }) =>
  context.grantPermissions(["clipboard-read", "clipboard-write"]),
);

test("an assignment is made from nothing, and its copied link holds every part", async ({
  page,
  baseURL,
}) => {
  await open(page);
  await page.getByLabel("Lab", { exact: true }).selectOption("network");
  const lab = page.locator("[data-lab=network]");
  await lab.getByRole("radio", { name: "Spiral" }).check();
  await lab.getByLabel("Learning rate").fill("0.01");
  await button(page, "Add a layer").click();
  const locks = step(page, "2. Lock what must not change");
  await expect(locks.getByLabel("Data: Spiral")).toBeVisible();
  await locks.getByLabel("Data: Spiral").check();
  await locks.getByLabel("Learning rate: 0.01").check();
  await locks.getByLabel("Loss: Squared").check();
  await expect(locks.getByRole("status")).toHaveText(
    /^3 of 19 settings locked\. Learners can change: Noise, .* and 10 more\.$/,
  );
  await page.getByLabel("Title").fill("Fewest neurons");
  await page
    .getByRole("textbox", { name: "Instructions" })
    .fill("Find the **smallest** network.");
  await page.getByLabel("Day", { exact: true }).fill("2026-12-01");
  const goals = step(page, "4. Set goals");
  await goals.getByLabel("Test loss below").check();
  await goals.getByLabel("Test loss below", { exact: true }).last().fill("0,2");
  await expect(locks.getByLabel("The examples, as one: Data Spiral")).toBeChecked();
  await expect(locks.getByRole("status")).toContainText("7 of 19 settings locked.");
  await goals.getByLabel("Hidden neurons, at most").check();
  await expect(goals.getByLabel("Hidden neurons, at most").last()).toHaveValue("8");
  await goals.getByLabel("Trained on").check();
  await goals.getByRole("combobox", { name: "Trained on" }).selectOption("cpu");
  await goals.getByLabel("Question").selectOption("what-the-dsvm-provides");
  await button(page, "Add it").click();
  await expect(goals.getByText("What does the DSVM provide?").first()).toBeVisible();
  await expect(page.getByLabel("Before you send it")).toHaveCount(0);

  await copyButton(page).click();
  await expect(page.getByText("Copied: whoever opens it")).toBeVisible();
  const link = await clipboard(page);
  expect(link).toBe(
    `${baseURL}/labs/network?assignment=1&title=Fewest+neurons&goal=loss_0.2*neurons_8*device_cpu*answer_what-the-dsvm-provides&lock=data-noise-split-samples-outlier-loss-lr&due=2026-12-01&note=Find+the+**smallest**+network.&data=spiral&layers=4-4&lr=0.01`,
  );
});

test("an assignment is made by keyboard alone", async ({ page }) => {
  await open(page, `lab=network&${quick}`);
  await button(page, "Lock all").focus();
  await page.keyboard.press("Enter");
  const locks = step(page, "2. Lock what must not change");
  await expect(locks.getByRole("status")).toHaveText(
    "19 of 19 settings locked. Nothing is left to change: learners train this very run and hand it in.",
  );
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(locks.getByRole("status")).toContainText("0 of 19 settings locked.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(locks.getByRole("checkbox").first()).toBeChecked();
  await locks.getByRole("radio").first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(locks.getByLabel("The same for everyone: 7")).toBeChecked();
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Title")).toBeFocused();
  await page.keyboard.type("By keys");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Press them.");
  const goals = step(page, "4. Set goals");
  await goals.getByRole("checkbox", { name: "Weights, at most" }).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("20");
  await goals.getByLabel("Question").focus();
  await page.keyboard.type("What does the DSVM");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await goals.getByRole("button", { name: /^Drop the question/ }).focus();
  await page.keyboard.press("Enter");
  await expect(goals.getByLabel("Question")).toBeFocused();
  await copyButton(page).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Copied: whoever opens it")).toBeVisible();
  const assignment = readLink(await clipboard(page))?.assignment;
  expect(assignment).toMatchObject({
    title: "By keys",
    note: "Press them.",
    lock: ["data", "seed"],
    goals: [{ kind: "weights", bound: 20 }],
  });
});

test("the list of steps leads past the lab, by keyboard too", async ({ page }) => {
  await open(page, `lab=network&${quick}`);
  const steps = page.getByRole("navigation", { name: "Steps" });
  await expect(steps.getByRole("link")).toHaveCount(8);
  await steps.getByRole("link", { name: "4. Set goals" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "4. Set goals" })).toBeInViewport();
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Test loss below")).toBeFocused();
  await expect(page.getByLabel("Title")).toHaveValue("");
});

test("what is typed is in the address, and survives a reload and a later visit", async ({
  page,
}) => {
  await open(page, `lab=network&${quick}`);
  await page.getByLabel("Title").fill("Kept “as it is”");
  await page
    .getByRole("textbox", { name: "Instructions" })
    .fill("# Häding\n\nüber *alles*");
  await step(page, "4. Set goals").getByLabel("Passes, at most").check();
  await expect(page).toHaveURL(/goal=passes_30/);
  await expect(page).toHaveURL(/\/assign\?lab=network&assignment=1&title=Kept/);
  const link = await linkOn(page);
  await page.reload();
  await expect(page.getByLabel("Title")).toHaveValue("Kept “as it is”");
  await expect(page.getByRole("textbox", { name: "Instructions" })).toHaveValue(
    "# Häding\n\nüber *alles*",
  );
  expect(await linkOn(page)).toBe(link);
  await open(page);
  await expect(page.getByLabel("Title")).toHaveValue("Kept “as it is”");
  expect(await linkOn(page)).toBe(link);
  await expect(page.locator("[data-lab]").getByText("pass 0 of 30")).toBeVisible();
});

test("Start anew begins afresh, and what was there can be brought back", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, `lab=loss&assignment=1&title=First&due=2026-12-01T18:00Z&${quick}`);
  const link = await linkOn(page);
  const back = button(page, "Bring back the one before");
  await expect(back).toHaveAttribute("aria-disabled", "true");
  await button(page, "Start anew").click();
  await expect(page.getByLabel("Title")).toHaveValue("");
  await expect(page.getByLabel("Day", { exact: true })).toHaveValue("");
  await expect(page.locator("[data-lab=loss]").getByText("pass 0 of 100")).toBeVisible();
  await expect(page).toHaveURL("/assign?lab=loss&assignment=1");
  await back.click();
  await expect(page.getByLabel("Title")).toHaveValue("First");
  await expect(page.getByText("Opened: “First”.")).toBeVisible();
  await expect(page.locator("[data-lab=loss]").getByText("pass 0 of 30")).toBeVisible();
  expect(await linkOn(page)).toBe(link);
});

test("an existing link is edited, and its bad parts are named", { tag: "@long" }, async ({
  page,
}) => {
  await open(page);
  await page.getByText("Go on from a link").click();
  const box = page.getByLabel("The link of an assignment or of a lab’s run");
  await box.fill("https://example.org/labs");
  await button(page, "Go on from it").click();
  await expect(page.getByText("This is no link of a lab")).toBeVisible();
  await expect(box).toHaveAttribute("aria-invalid", "true");
  await box.fill(
    `https://next-pass.example/embed/labs/loss?assignment=1&title=Old&goal=loss_0.3*fun_1&lock=data-colour&lr=fast&${quick}`,
  );
  await page.keyboard.press("Enter");
  const refused = page.getByRole("list", { name: "What was not taken" });
  await expect(refused.getByRole("listitem")).toHaveText([
    "The link asks for what is no goal: “fun_1”.",
    "The link locks what is no setting: “colour”.",
    "Learning rate cannot be “fast”: it must be a number from 0.00001 to 10.",
  ]);
  await expect(page.getByLabel("Title")).toHaveValue("Old");
  await expect(page.getByLabel("Lab", { exact: true })).toHaveValue("loss");
  await page.getByLabel("Title").fill("New");
  const bound = step(page, "4. Set goals").getByRole("textbox");
  await expect(bound).toHaveValue("0.3");
  await bound.fill("0");
  await expect(page.getByText("It must be a number from 0.00001 to 1000.")).toBeVisible();
  await bound.fill("0.25");
  expect(await assignmentOn(page)).toMatchObject({
    title: "New",
    goals: [{ kind: "loss", bound: 0.25 }],
    lock: ["data"],
  });
});

test("a time is sent as universal time and shown where the instructor is", {
  tag: "@long",
}, async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    timezoneId: "America/New_York",
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  await open(page, "lab=network");
  await page.getByLabel("Day", { exact: true }).fill("2026-12-01");
  await expect(page.getByText("1 December 2026, the whole day")).toBeVisible();
  await page.getByLabel("Time, if you like").fill("20:30");
  await expect(page.getByText("1 December 2026 at 20:30, where you are")).toBeVisible();
  expect((await assignmentOn(page))?.due).toBe("2026-12-02T01:30Z");
  await expect(page).toHaveURL(/due=2026-12-02T01/);
  await page.reload();
  await expect(page.getByLabel("Day", { exact: true })).toHaveValue("2026-12-01");
  await expect(page.getByLabel("Time, if you like")).toHaveValue("20:30");
  await button(page, "No due date").click();
  expect((await assignmentOn(page))?.due).toBe(null);
  await context.close();
});

test("instructions are shown as learners see them, without HTML or images", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, "lab=network");
  await page
    .getByRole("textbox", { name: "Instructions" })
    .fill(
      "**Bold** <img src=x onerror=alert(1)> ![pic](/x.png) [in](/labs) [bad](javascript:1)",
    );
  const shown = page.getByRole("region", { name: "As learners see them" });
  await expect(shown.locator("strong")).toHaveText("Bold");
  await expect(shown.locator("img")).toHaveCount(0);
  await expect(shown).toContainText("<img src=x onerror=alert(1)> pic in bad");
  await expect(shown.getByRole("link")).toHaveCount(1);
  await expect(shown.getByRole("link")).toHaveAttribute("rel", "noopener");
});

test("warnings say what is wrong before the link is copied", async ({ page }) => {
  await open(page, "lab=network");
  const warnings = page.getByRole("list", { name: "Before you send it" });
  await expect(warnings.getByRole("listitem")).toHaveText([/^No goal is set/]);
  const goals = step(page, "4. Set goals");
  await goals.getByLabel("Hidden neurons, at most").check();
  await expect(warnings).toHaveCount(0);
  await goals.getByRole("textbox", { name: "Hidden neurons, at most" }).fill("3");
  await page.getByLabel("Hidden layers: 4 neurons").check();
  await expect(warnings.getByRole("listitem")).toHaveText([
    "“Hidden neurons, at most 3” cannot be met: the locked layers have 4.",
  ]);
  await page.getByRole("textbox", { name: "Instructions" }).fill("x".repeat(1995));
  await expect(warnings.getByRole("listitem")).toHaveText([
    /cannot be met/,
    /^The link has 2,\d+ characters: some mail programs cut/,
  ]);
  await page.getByRole("textbox", { name: "Instructions" }).fill("語".repeat(1500));
  await expect(page.getByText("There is no link yet").last()).toBeVisible();
  await expect(copyButton(page)).toHaveCount(0);
  const bar = page.getByRole("complementary", { name: "The link, within reach" });
  await expect(bar.getByText("No link yet")).toBeVisible();
  await expect(page).toHaveURL("/assign");
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Instructions" })).toHaveValue(
    "語".repeat(1500),
  );
});

test("data without classes can ask for no accuracy", { tag: "@long" }, async ({
  page,
}) => {
  await open(page, "lab=network&assignment=1&goal=accuracy_90");
  await page.locator("[data-lab]").getByRole("radio", { name: "Hills" }).check();
  const warnings = page.getByRole("list", { name: "Before you send it" });
  await expect(warnings).toContainText("The data “hills” have no classes");
  expect((await assignmentOn(page))?.goals).toEqual([]);
  const goals = step(page, "4. Set goals");
  await goals.getByRole("checkbox", { name: "Test accuracy" }).uncheck();
  await expect(goals.getByRole("checkbox", { name: "Test accuracy" })).toBeDisabled();
  await expect(goals.getByText("These data have no classes.")).toBeVisible();
});

test("Try it tells which goals the run meets, and judges again as they change", async ({
  page,
}) => {
  await open(
    page,
    `lab=network&assignment=1&goal=loss_1000*neurons_3*device_cpu&lock=device&${quick}`,
  );
  const tries = step(page, "6. Try it");
  await button(page, "Try it").click();
  await expect(tries.getByText("This run does not meet every goal.")).toBeVisible();
  await expect(tries.getByRole("listitem")).toHaveText([
    /^✓ Test loss below 1000: test loss \d\.\d+$/,
    "✗ Hidden neurons, at most 3: 4 hidden neurons",
    "✓ Trained on the CPU: trained on the CPU",
  ]);
  await button(page, "Train").click();
  const lab = page.locator("[data-lab]");
  await expect(lab).toHaveAttribute("data-status", "done");
  const loss = Number(await lab.getAttribute("data-test-loss"));
  await expect(tries.getByRole("listitem").first()).toContainText(
    `test loss ${loss.toPrecision(3)}`,
  );
  const goals = step(page, "4. Set goals");
  await goals.getByRole("textbox", { name: "Hidden neurons" }).fill("4");
  await expect(tries.getByText("This run meets every goal.")).toBeVisible();
  await page.locator("[data-lab]").getByLabel("Passes", { exact: true }).fill("31");
  await page.keyboard.press("Enter");
  await expect(tries.getByRole("listitem")).toHaveCount(0);
});

test("Try it with other names trains each of them on a seed of their own", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, `lab=network&assignment=1&goal=loss_1000*answer_a&${quick}`);
  const tries = step(page, "6. Try it");
  const others = button(page, "Try it with 5 other names");
  await others.click();
  await expect(tries.getByText("5 of 5 met every goal.")).toBeVisible();
  const lines = await tries.getByRole("listitem").allTextContents();
  expect(lines[0]).toMatch(/^✓ Learner 1: test loss \d\.\d+$/);
  expect(new Set(lines.map((line) => line.split(": ")[1])).size).toBe(5);
  await expect(tries.getByText("Questions are left out here")).toBeVisible();
  await others.click();
  await expect(tries.getByText(/^✓ Learner 10/)).toBeVisible();
  await page.getByLabel("The same for everyone: 7").check();
  await expect(others).toHaveAttribute("aria-disabled", "true");
  await expect(tries.getByText("Every learner has the same seed")).toBeVisible();
});

test("a long trial can be stopped, and one that diverges says so", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, "lab=network&assignment=1&passes=100000&layers=64-64&device=cpu");
  const tries = step(page, "6. Try it");
  await button(page, "Try it").click();
  await expect(tries.getByText(/^This run: pass [1-9]/)).toBeVisible();
  await button(page, "Stop").click();
  await expect(tries.getByRole("progressbar")).toHaveCount(0);
  await expect(button(page, "Stop")).toHaveAttribute("aria-disabled", "true");
  await open(page, "lab=network&assignment=1&goal=loss_1&lr=5&samples=60&device=cpu");
  await button(page, "Try it").click();
  await expect(tries.getByText("Try a learning rate below 5")).toBeVisible();
});

test("the preview shows the assignment as a learner opens it", async ({
  page,
  context,
}) => {
  await open(page, `lab=network&assignment=1&title=Seen&goal=loss_0.1&${quick}`);
  await button(page, "Show the preview here").click();
  const frame = page.frameLocator('iframe[title="The assignment as a learner sees it"]');
  await expect(frame.getByText("Seen").first()).toBeVisible();
  await expect(frame.getByText("Test loss below 0.1").first()).toBeVisible();
  await page.getByLabel("Title").fill("Seen again");
  await expect(page.getByText("The assignment has changed since.")).toBeVisible();
  await button(page, "Renew the preview").click();
  await expect(frame.getByText("Seen again").first()).toBeVisible();
  const opening = context.waitForEvent("page");
  await page.getByRole("link", { name: "Open it as a learner" }).click();
  const learner = await opening;
  await expect(learner.getByText("Seen again").first()).toBeVisible();
  expect(learner.url()).toBe(await linkOn(page));
});

test("the QR code is as large as its link needs, is kept as SVG, and has an end", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, "lab=network&assignment=1&title=T");
  await button(page, "Show the QR code").click();
  const code = page.getByRole("img", { name: "QR code of the link to T" });
  await expect(code.locator("path")).toHaveAttribute("d", /^M4 4h7v1h-7z/);
  const squares = async () => Number(await code.getAttribute("data-squares"));
  const small = await squares();
  expect(await code.getAttribute("viewBox")).toBe(`0 0 ${small} ${small}`);
  const downloading = page.waitForEvent("download");
  await button(page, "Download it as SVG").click();
  expect((await downloading).suggestedFilename()).toBe("assignment.svg");
  await page.getByRole("textbox", { name: "Instructions" }).fill("x".repeat(900));
  await expect.poll(squares).toBeGreaterThan(small + 20);
  await page.getByRole("textbox", { name: "Instructions" }).fill("語".repeat(400));
  await expect(page.getByText("The link is too long for a QR code")).toBeVisible();
});

test("titles are escaped in the line and in the frame for other pages", {
  tag: "@long",
}, async ({ page }) => {
  const title = "\"<&'></a><script>top.wrong = 1</script>";
  await open(page, "lab=network");
  await page.getByLabel("Title").fill(title);
  await page.getByText("For an LMS or another site").click();
  await button(page, "Copy the line").click();
  await expect(page.getByText("a line for a message")).toBeVisible();
  expect(await clipboard(page)).toBe(`${title}: ${await linkOn(page)}`);
  await button(page, "Copy the HTML").click();
  await expect(page.getByText("where your LMS takes HTML")).toBeVisible();
  const line = await clipboard(page);
  await button(page, "Copy the frame").click();
  await expect(page.getByText("it shows the assignment.")).toBeVisible();
  const frame = await clipboard(page);
  const link = await linkOn(page);
  const lms = await page.context().newPage();
  // A page without scripts, and of the same network, or the browser would not frame a lab.
  await lms.goto("/theme.js");
  await lms.setContent(`<title>LMS</title><p>${line}</p>${frame}`);
  const anchor = lms.getByRole("link");
  await expect(anchor).toHaveText(title);
  expect(
    await anchor.evaluate((one) => one instanceof HTMLAnchorElement && one.href),
  ).toBe(link);
  await expect(lms.locator("script")).toHaveCount(0);
  await expect(lms.locator("iframe")).toHaveAttribute("title", title);
  await expect(
    lms.frameLocator("iframe").getByText("\"<&'></a><script>").first(),
  ).toBeVisible();
});

test("another lab keeps the words and the goals, and begins at its own run", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, "lab=network&assignment=1&title=T&goal=loss_0.1&lock=noise-lr&lr=0.5");
  await page.getByLabel("Lab", { exact: true }).selectOption("series");
  await expect(
    page.locator("[data-lab=series]").getByText("pass 0 of 200"),
  ).toBeVisible();
  expect(await assignmentOn(page)).toMatchObject({
    title: "T",
    goals: [{ kind: "loss", bound: 0.1 }],
    lock: ["window", "rate"],
    run: { data: "co2", rate: 0.003 },
  });
  // A lab that was only passed on the way is not what is brought back.
  await page.getByLabel("Lab", { exact: true }).selectOption("sound");
  await button(page, "Bring back the one before").click();
  await expect(page.getByLabel("Lab", { exact: true })).toHaveValue("network");
  expect(await assignmentOn(page)).toMatchObject({
    lock: ["noise", "rate"],
    run: { rate: 0.5 },
  });
});

test("points that are drawn in the lab are in the link", { tag: "@long" }, async ({
  page,
}) => {
  await open(page, `lab=network&${quick}`);
  const data = page.locator("[data-lab]").getByRole("radio", { name: "Your own points" });
  await data.check();
  await expect(page.getByLabel(/^Own points: \d+ entries$/)).toBeVisible();
  const assignment = await assignmentOn(page);
  expect(assignment?.run.data).toBe("own");
  expect(assignment?.run.own.length).toBeGreaterThan(50);
});

test("a goal of loss locks the examples as one, and single ones open on purpose", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, `lab=network&assignment=1&data=spiral&${quick}`);
  const locks = step(page, "2. Lock what must not change");
  await locks.getByLabel("Loss: Squared").check();
  await step(page, "4. Set goals").getByLabel("Test loss below").check();
  const whole = locks.getByLabel(/^The examples, as one/);
  await expect(whole).toBeChecked();
  await expect(whole).toBeDisabled();
  const examples = ["data", "noise", "split", "samples", "outliers"];
  expect((await assignmentOn(page))?.lock).toEqual([...examples, "loss"]);
  await expect(page.getByLabel("Before you send it")).toHaveCount(0);
  await locks.getByText("Open single ones on purpose").click();
  await locks.getByLabel("Share used for training: 0.5").uncheck();
  await expect(locks.getByText("a loss on so few is luck")).toBeVisible();
  await expect(locks.getByRole("status")).toContainText("Share used for training");
  const warnings = page.getByRole("list", { name: "Before you send it" });
  await expect(warnings.getByRole("listitem")).toHaveText([
    /^Learners may change what makes the examples \(Share used for training\)/,
  ]);
  await whole.check();
  await expect(warnings).toHaveCount(0);
  // Other data bring settings of their own, which are no way around.
  const data = page.locator("[data-lab]").getByRole("radio", { name: "Your own points" });
  await data.check();
  await expect(locks.getByLabel(/^The examples, as one: .*Own points \d+/)).toBeChecked();
  expect((await assignmentOn(page))?.lock).toContain("own");
});

test("goals and graded questions give points, which stand in the link with their total", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, `lab=network&assignment=1&goal=loss_0.1*neurons_8&lock=loss&${quick}`);
  const goals = step(page, "4. Set goals");
  await goals.getByLabel("Points for each goal").check();
  await expect(goals.getByRole("status")).toContainText("gives 2 points in all.");
  await goals.getByLabel("Points for Test loss below 0.1").fill("2,5");
  await goals.getByLabel("Hidden neurons, at most", { exact: true }).last().fill("6");
  await expect(goals.getByLabel("Points for Hidden neurons, at most 6")).toHaveValue("1");
  await goals.getByLabel("Passes, at most").check();
  const graded = step(page, "5. Ask graded questions");
  await graded.getByText("Questions for a grade").click();
  await expect(graded.getByText("shows to teachers alone")).toBeVisible();
  await graded.getByLabel("Graded question").selectOption("goal-of-machine-learning");
  await button(page, "Ask it for a grade").click();
  await graded.getByLabel("Points for all graded questions together").fill("5");
  await expect(graded.getByText("try answers out with it")).toBeVisible();
  await graded.getByLabel("After the due date").check();
  await expect(graded.getByText("There is no due date yet")).toBeVisible();
  await expect(goals.getByRole("status")).toContainText(
    "gives 9.5 points in all, 5 of them for graded questions.",
  );
  expect(await assignmentOn(page)).toMatchObject({
    goals: [
      { kind: "loss", bound: 0.1, points: 2.5 },
      { kind: "neurons", bound: 6, points: 1 },
      { kind: "passes", bound: 30, points: 1 },
    ],
    quiz: ["goal-of-machine-learning"],
    quizPoints: 5,
    feedback: "due",
  });
  await goals.getByLabel("Points for each goal").uncheck();
  expect(await linkOn(page)).not.toContain("points");
  await button(page, "Drop the graded question goal-of-machine-learning").click();
  expect(await linkOn(page)).not.toContain("feedback");
});

test("on a phone the link is within reach, wherever the page stands", {
  tag: "@long",
}, async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/assign?lab=network&assignment=1&title=Near&${quick}`);
  // Once the page is alive; the lab waits to be asked for here.
  await expect(page.getByLabel("The link", { exact: true })).toHaveValue(/title=Near/);
  const bar = page.getByRole("complementary", { name: "The link, within reach" });
  const copy = bar.getByRole("button", { name: "Copy the link" });
  await expect(copy).toBeInViewport({ ratio: 1 });
  await page.getByLabel("Title").fill("Nearer");
  await expect(copy).toBeInViewport({ ratio: 1 });
  await copy.click();
  await expect(bar.getByRole("status")).toHaveText("Copied.");
  expect(await clipboard(page)).toBe(await linkOn(page));
  await bar.getByRole("link", { name: "1 thing to know first" }).click();
  await expect(step(page, "8. Send it").getByRole("heading").first()).toBeInViewport();
  // What has the keyboard is never under the bar.
  await page.getByLabel("Title").focus();
  for (let at = 0; at < 25; at += 1) {
    await page.keyboard.press("Tab");
    const covered = await page.evaluate(() => {
      const active = document.activeElement!.getBoundingClientRect();
      const aside = document.querySelector("aside")!.getBoundingClientRect();
      return document.activeElement!.closest("aside") ? 0 : active.bottom - aside.top;
    });
    expect(covered).toBeLessThanOrEqual(1);
  }
});

test("an assignment is added to a class with one press, where it is made", async ({
  page,
}) => {
  await open(page, `lab=network&assignment=1&title=Press&goal=neurons_4&${quick}`);
  const send = step(page, "8. Send it");
  await expect(send.getByRole("link", { name: "open a class" })).toBeVisible();
  await page.goto("/class");
  await page.getByLabel("Name of the class").fill("Biology 2b");
  await button(page, "Open the class").click();
  await expect(page.getByRole("heading", { level: 1, name: /Biology 2b/ })).toBeVisible();
  await open(page, `lab=network&assignment=1&title=Press&goal=neurons_4&${quick}`);
  const add = send.getByRole("button", { name: "Add to Biology 2b" });
  await add.click();
  await expect(
    send.getByText("Added: the learners of Biology 2b have it."),
  ).toBeVisible();
  await expect(add).toHaveAttribute("aria-disabled", "true");
  await page.getByLabel("Title").fill("Another");
  await expect(send.getByText("this would be another assignment")).toBeVisible();
  await expect(add).not.toHaveAttribute("aria-disabled", "true");
  await page.getByLabel("Title").fill("Press");
  await send.getByRole("link", { name: "Open the board" }).click();
  await expect(page.getByText("Press").first()).toBeVisible();
});

test("axe finds nothing on a page in use, narrow and wide, light and dark", {
  tag: "@soak",
}, async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(
    page,
    `lab=network&assignment=1&title=T&goal=loss_0.1*neurons_3*odd&lock=layers&note=**a**&due=2026-12-01&${quick}`,
  );
  await button(page, "Show the QR code").click();
  await page.getByText("For an LMS or another site").click();
  await page.getByText("Go on from a link").click();
  await button(page, "Go on from it").click();
  await button(page, "Try it").click();
  await expect(page.getByText("This run does not meet every goal.")).toBeVisible();
  await step(page, "4. Set goals").getByRole("textbox").first().fill("x");
  await expectAccessibleInEveryLook(page);
});
