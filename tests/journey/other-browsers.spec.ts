// A short way through the site in Firefox and in WebKit, which draw and compute by themselves.
import { course } from "@/content/course";
import { readQuestions } from "@/content/quiz/lesson-questions";
import { labs } from "@/labs/catalog/labs";
import { parseRun } from "@/labs/run/open-link";
import { trained } from "../labs/trained";
import { type OtherBrowser, otherBrowsers } from "./other-browsers";
import { expect, test } from "./strict-test";

/** Clicks the first element of a selector whose text is this. */
const click = (selector: string, text: string) =>
  `(() => {
    const all = [...document.querySelectorAll(${JSON.stringify(selector)})];
    const one = all.find(({ textContent }) => textContent.trim() === ${JSON.stringify(text)});
    one?.click();
    return Boolean(one);
  })()`;

const until = (browser: OtherBrowser, expression: string) =>
  expect.poll(() => browser.run(expression), { timeout: 20_000 });

/** Answers a question that has options, at its own address: its set may begin with others. */
async function answersQuestion(browser: OtherBrowser, site: string) {
  const slug = course[0];
  const question = (await readQuestions(slug)).find(({ kind }) => kind === "one");
  await browser.open(`${site}/lessons/${slug}#question-${question?.id}`);
  const card = `[data-question=${question?.id}]`;
  await until(browser, `Boolean(document.querySelector("${card} input"))`).toBe(true);
  // The first click may come before the page listens.
  const check = `document.querySelector("${card} input")?.click(),
    ${click(`${card} button`, "Check")},
    document.querySelector("${card}")?.dataset.state`;
  await until(browser, `(${check})`).toMatch(/^(right|wrong)$/);
}

const query = "data=circle&layers=4&passes=12&device=cpu";

async function trainsTheSameBits(browser: OtherBrowser, site: string) {
  await browser.widen(1280);
  await browser.open(`${site}/labs/network?${query}`);
  const lab = `document.querySelector("[data-lab]")`;
  const train = `${click("button", "Train")}, ${lab}.dataset.status`;
  await until(browser, `(${train})`).toBe("done");
  const last = trained(parseRun(query, labs.network.start).run).passes.at(-1);
  const losses = `[${lab}.dataset.trainLoss, ${lab}.dataset.testLoss]`;
  expect(await browser.run(losses)).toEqual([
    String(last?.trainLoss),
    String(last?.heldLoss),
  ]);
  const bars = `getComputedStyle(document.querySelector("[class*=settings]")).scrollbarColor`;
  expect(await browser.run(bars)).not.toBe("auto");
}

/** How many pixels pages are wider than a phone, on which nothing scrolls sideways. */
async function fitsAPhone(browser: OtherBrowser, site: string) {
  await browser.widen(360);
  const wider: Record<string, unknown> = {};
  const paths = [
    "",
    "assign",
    "class",
    "labs/network",
    "lessons/loss-functions",
    "review",
  ];
  for (const path of paths) {
    await browser.open(`${site}/${path}`);
    await until(browser, "document.querySelectorAll('main button').length > 0").toBe(
      true,
    );
    expect(await browser.run("innerWidth")).toBe(360);
    wider[path] = await browser.run("document.documentElement.scrollWidth > innerWidth");
  }
  expect(wider).toEqual(Object.fromEntries(paths.map((path) => [path, false])));
}

for (const [name, open] of Object.entries(otherBrowsers)) {
  test(`the site serves ${name}`, { tag: "@long" }, async ({ baseURL }) => {
    const browser = await open();
    test.skip(
      browser === null,
      `There is no ${name} here, and it could not be installed.`,
    );
    if (!browser) return;
    const site = (baseURL ?? "").replace(/\/$/, "");
    try {
      await answersQuestion(browser, site);
      await trainsTheSameBits(browser, site);
      await fitsAPhone(browser, site);
    } finally {
      await browser.close();
    }
  });
}
