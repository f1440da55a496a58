// The sound lab: vowels heard, learned, written down, played and spoken.

import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { LaunchOptions, Page, PlaywrightWorkerArgs } from "@playwright/test";
import { resample } from "@/labs/sound/resample";
import { drawVowel, soundRate } from "@/labs/sound/voice";
import { phraseOf } from "@/labs/transcript/transcript";
import { expect, test } from "./strict-test";

const bench = (page: Page) => page.locator("[data-lab][data-status]");
const button = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true });
const vowels = (page: Page) => page.getByRole("group", { name: "The vowels" });
const writing = (page: Page) => page.getByRole("group", { name: "Transcription" });
const readings = (page: Page) =>
  writing(page).getByRole("group", { name: "Probabilities" }).locator("tbody tr");

async function open(page: Page, query = "") {
  await page.goto(`/labs/sound?${query}`);
  await expect(button(page, "Play a vowel")).toBeEnabled();
}

async function train(page: Page) {
  await button(page, "Train").click();
  await expect(bench(page)).toHaveAttribute("data-status", "done", { timeout: 60_000 });
}

/** How many vowels were right, of how many. */
async function tally(page: Page) {
  const text = await writing(page).getByText("were written down right").textContent();
  const [right = 0, of = 0] = (text?.match(/\d+/g) ?? []).map(Number);
  return { right, of };
}

/** A file that Chromium's fake microphone plays over and over, at 48 kHz. */
async function wavOf(sound: Float64Array, name: string): Promise<string> {
  const samples = Int16Array.from(resample(sound, soundRate, 48_000), (value) =>
    Math.round(32_000 * value),
  );
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + samples.byteLength, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(48_000, 24);
  head.writeUInt32LE(96_000, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36);
  head.writeUInt32LE(samples.byteLength, 40);
  const file = path.join(await mkdtemp(path.join(tmpdir(), "next-pass-")), `${name}.wav`);
  await writeFile(file, Buffer.concat([head, Buffer.from(samples.buffer)]));
  return file;
}

type Tools = {
  playwright: PlaywrightWorkerArgs["playwright"];
  launchOptions: LaunchOptions;
  baseURL: string | undefined;
};

/** A page of a browser with a microphone of its own making. */
async function pageWith(tools: Tools, args: readonly string[]): Promise<Page> {
  const { playwright, launchOptions, baseURL } = tools;
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), ...args],
  });
  const context = await browser.newContext({ ...(baseURL && { baseURL }) });
  return context.newPage();
}

const leave = (page: Page) => page.context().browser()?.close();

const fake = "--use-fake-device-for-media-stream";
const granted = "--use-fake-ui-for-media-stream";
const denied = `${granted}=deny`;

test("a vowel is heard, seen as 32 bands and described, by keyboard too", async ({
  page,
}) => {
  await open(page);
  await button(page, "Hear E").click();
  await expect(button(page, "Hear E")).toHaveAttribute("aria-pressed", "true");
  const text = vowels(page).getByRole("status");
  await expect(text).toContainText("E as in “head”, [ɛ], of a");
  const first = await text.textContent();
  await page.keyboard.press("Tab");
  await expect(button(page, "Hear I")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(text).toContainText("I as in “heed”");
  await button(page, "Hear E").click();
  await expect(text).not.toHaveText(first ?? "");
  await expect(
    vowels(page).getByRole("img", { name: /32 bands. It stands out around/ }),
  ).toBeVisible();
  await expect(vowels(page)).toContainText("the mean of the 60 training examples of E");
  await vowels(page).getByText("The 32 numbers").click();
  const table = vowels(page).getByRole("group", { name: "Table of the bands" });
  await expect(table.locator("tbody tr")).toHaveCount(32);
});

test("trained, it writes down fresh vowels, and says how sure it is", {
  tag: "@gpu",
}, async ({ page }) => {
  await open(page);
  await expect(writing(page)).toContainText("The network is untrained yet");
  await button(page, "Play three").click();
  await expect(readings(page)).toHaveCount(3);
  await train(page);
  await expect(writing(page)).not.toContainText("The network is untrained yet");
  const before = await tally(page);
  expect(before.of).toBe(3);
  for (let word = 0; word < 6; word += 1) await button(page, "Play three").click();
  await button(page, "Play a vowel").press("Enter");
  await expect(readings(page)).toHaveCount(1);
  const after = await tally(page);
  expect(after.of).toBe(22);
  expect(after.right - before.right).toBeGreaterThan(11);
  const cells = await readings(page).first().locator("td").allTextContents();
  const shares = cells.slice(1).map(Number);
  expect(Math.abs(shares.reduce((sum, one) => sum + one, 0) - 100)).toBeLessThan(3);
  await expect(writing(page).getByRole("status")).toContainText("The network writes");
  await button(page, "Reset").click();
  await expect(writing(page)).toContainText("The network is untrained yet");
});

test("the raw sound is learned and read as well, from the link on", {
  tag: ["@gpu", "@long"],
}, async ({ page }) => {
  await open(page, "data=waves&samples=60&passes=5&device=cpu");
  await expect(vowels(page)).toContainText("as the network hears it: 512 samples");
  await train(page);
  await button(page, "Play a vowel").click();
  await expect(readings(page)).toHaveCount(1);
  await page.getByLabel("Data", { exact: true }).selectOption("vowels");
  await expect(page).toHaveURL("/labs/sound?samples=60&passes=5&device=cpu");
  await expect(vowels(page)).toContainText("the mean of the 6 training examples");
});

test("a link with data that has no sound is answered in words", { tag: "@long" }, async ({
  page,
}) => {
  await open(page, "data=circle&device=cpu");
  await expect(page.getByText("is none that this lab can show")).toBeVisible();
  await expect(vowels(page)).toContainText("the mean of the 60 training examples of A");
});

test("two vowels spoken into the microphone are found and written down", {
  tag: "@long",
}, async ({ playwright, launchOptions, baseURL }) => {
  const spoken = [drawVowel("I", 0, 0, 5), drawVowel("A", 0, 0, 6)];
  const file = await wavOf(phraseOf(spoken, 0.45, 0.3).sound, "spoken");
  const page = await pageWith({ playwright, launchOptions, baseURL }, [
    fake,
    granted,
    `--use-file-for-fake-audio-capture=${file}`,
  ]);
  const sent: string[] = [];
  await open(page, "device=cpu");
  await train(page);
  page.on("request", (request) => sent.push(request.url()));
  const speak = writing(page).getByRole("button", { name: "Speak" });
  await speak.focus();
  await page.keyboard.press("Enter");
  await expect(button(page, "Listening…")).toBeVisible();
  await expect(readings(page).first()).toBeVisible();
  const written = await readings(page).locator("td b").allTextContents();
  expect(written.length).toBeGreaterThanOrEqual(2);
  expect(new Set(written)).toEqual(new Set(["I", "A"]));
  await expect(writing(page).getByText("What you said")).toBeVisible();
  await expect(writing(page).getByText("written down right")).toBeHidden();
  // Nothing left the page, and the microphone is free for another time.
  expect(sent.filter((url) => !url.includes("_next"))).toEqual([]);
  await speak.click();
  await expect(button(page, "Listening…")).toBeVisible();
  await expect(speak).toBeVisible();
  await leave(page);
});

test("a silent microphone is told apart from a voice that says no vowel", {
  tag: "@long",
}, async ({ playwright, launchOptions, baseURL }) => {
  const tools = { playwright, launchOptions, baseURL };
  const click = new Float64Array(soundRate);
  click[soundRate / 2] = 0.9;
  for (const [sound, says] of [
    [new Float64Array(soundRate), "The microphone heard nothing"],
    [click, "No vowel was found in the recording"],
  ] as const) {
    const file = await wavOf(sound, "quiet");
    const use = `--use-file-for-fake-audio-capture=${file}`;
    const page = await pageWith(tools, [fake, granted, use]);
    await open(page, "device=cpu");
    await button(page, "Play a vowel").click();
    await expect(readings(page)).toHaveCount(1);
    await button(page, "Speak").click();
    await expect(writing(page).getByRole("alert")).toContainText(says);
    // What was there stays.
    await expect(readings(page)).toHaveCount(1);
    await leave(page);
  }
});

// Chromium's flags always give a microphone, and machines differ: only here it is a stub.
for (const [name, says] of [
  ["NotFoundError", "No microphone was found"],
  ["NotReadableError", "another program may be using it"],
] as const) {
  test(`a microphone that fails with ${name} is told in one sentence`, {
    tag: name === "NotFoundError" ? [] : "@long",
  }, async ({ page }) => {
    await page.addInitScript((name) => {
      navigator.mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException("no", name));
    }, name);
    await open(page, "device=cpu");
    await button(page, "Speak").click();
    await expect(writing(page).getByRole("alert")).toContainText(says);
    await expect(button(page, "Speak")).toBeEnabled();
  });
}

test("a microphone that is not allowed is told, and the rest goes on", async ({
  playwright,
  launchOptions,
  baseURL,
}) => {
  const page = await pageWith({ playwright, launchOptions, baseURL }, [fake, denied]);
  await open(page, "device=cpu");
  await button(page, "Play a vowel").click();
  await button(page, "Speak").click();
  const alert = writing(page).getByRole("alert");
  await expect(alert).toContainText("The microphone was not allowed");
  await expect(readings(page)).toHaveCount(1);
  await button(page, "Play three").click();
  await expect(readings(page)).toHaveCount(3);
  await expect(alert).toBeHidden();
  await leave(page);
});

test("a browser that opens no sound is told, and still writes the vowel down", {
  tag: "@long",
}, async ({ page }) => {
  await page.addInitScript(() => {
    window.AudioContext = class extends AudioContext {
      constructor() {
        super();
        throw new DOMException("No sound card.", "NotSupportedError");
      }
    };
  });
  await open(page, "device=cpu");
  await button(page, "Play a vowel").first().click();
  await expect(page.getByText("This browser cannot play sound.").first()).toBeVisible();
  await button(page, "Play three").click();
  await expect(readings(page)).toHaveCount(3);
});

test("the lab fits a narrow phone", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await open(page, "device=cpu");
  await button(page, "Play three").click();
  await expect(readings(page)).toHaveCount(3);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
});
