// Each lesson, rendered as the page renders it: ids, links, alt texts, rhythm, claims.
import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { select, selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { lessonComponents } from "@/components/lesson/lesson-components";
import { course } from "@/content/course";
import {
  compileLesson,
  lessonsWith,
  lessonText,
  readCourse,
  readLesson,
} from "@/content/lesson/lesson";
import { wordsOf } from "@/content/lesson/lesson-minutes";
import { placedQuestions } from "@/content/lesson/lesson-syntax";
import { readQuestions } from "@/content/quiz/lesson-questions";
import { setOf } from "@/content/quiz/pool";
import { termId, terms } from "@/content/terms";
import { unbroken } from "@/labs/arithmetic/number-text";
import type { Lab } from "@/labs/catalog/lab";
import { labs } from "@/labs/catalog/labs";
import { spreadOf } from "@/labs/claim/spread";
import { pages as sitePages } from "../../pages";

const pages = new Map<string, Promise<Root>>();

/** A lesson as its page has it, drawn once for all that only read it. */
function rendered(slug: (typeof course)[number]): Promise<Root> {
  const page = pages.get(slug) ?? render(slug);
  pages.set(slug, page);
  return page;
}

async function render(slug: (typeof course)[number]): Promise<Root> {
  const { Content, cited, placed } = await readLesson(slug);
  const components = lessonComponents(await readQuestions(slug), cited, placed);
  return fromHtml(renderToStaticMarkup(<Content components={components} />), {
    fragment: true,
  });
}

const attribute = (element: Element, name: string) =>
  String(element.properties[name] ?? "");

test.each(course)(
  "%s: ids are unique and every link inside leads to one",
  async (slug) => {
    const page = await rendered(slug);
    const ids = selectAll("[id]", page).map((element) => attribute(element, "id"));
    expect(ids.toSorted()).toEqual([...new Set(ids)].toSorted());
    const links = selectAll("a[href]", page).map((link) => attribute(link, "href"));
    const places = [
      ...sitePages,
      ...terms.map(({ term }) => `/glossary#${termId(term)}`),
    ];
    for (const link of links) {
      if (link.startsWith("#")) expect(ids).toContain(link.slice(1));
      else if (link.startsWith("/glossary#")) expect(places).toContain(link);
      else if (link.startsWith("/")) expect(places).toContain(link.split(/[?#]/)[0]);
      else expect(link).toMatch(/^https:\/\/[a-z0-9.]+\//);
    }
  },
);

test.each(course)("%s: every picture says what it shows", async (slug) => {
  const page = await rendered(slug);
  const figures = selectAll("figure[data-figure]", page);
  expect(figures.length).toBeGreaterThan(0);
  for (const figure of figures) {
    expect(textOf(select("figcaption", figure)!).length).toBeGreaterThan(20);
  }
  // A root in a formula is drawn, and told by its MathML.
  const hidden = new Set(selectAll("[aria-hidden=true] svg", page));
  for (const picture of selectAll("svg", page)) {
    if (hidden.has(picture)) continue;
    const named = attribute(picture, "ariaLabel").length > 20;
    expect(named || attribute(picture, "ariaHidden") === "true").toBe(true);
  }
  // The parts of a picture that is named as a whole are not read out.
  const wholes = selectAll("[role=img]:not(svg)", page);
  const parts = new Set(wholes.flatMap((whole) => selectAll("img", whole)));
  for (const whole of wholes) {
    expect(attribute(whole, "ariaLabel").length).toBeGreaterThan(15);
  }
  for (const image of selectAll("img", page)) {
    if (!parts.has(image)) expect(image.properties.alt).toBeTruthy();
  }
});

test.each(course)(
  "%s: intro, aims, question, train, recap, quiz, in this order",
  async (slug) => {
    const text = await lessonText(slug);
    const tags = [...text.matchAll(/^<([A-Z]\w+)/gm)].map(([, name]) => name);
    expect(tags.slice(0, 2)).toEqual(["Intro", "YouWillLearn"]);
    const first = (name: string) => tags.indexOf(name);
    expect(first("Quiz")).toBeGreaterThan(1);
    expect(first("Lab")).toBeGreaterThan(first("Quiz"));
    expect(first("Recap")).toBeGreaterThan(tags.lastIndexOf("Lab"));
    expect(tags.lastIndexOf("Quiz")).toBeGreaterThan(first("Recap"));
    expect(tags.filter((name) => name === "Figure").length).toBeGreaterThan(0);
  },
);

test.each(course)("%s: has 900 to 1,500 words of prose", async (slug) => {
  const words = wordsOf(await lessonText(slug));
  expect(words).toBeGreaterThanOrEqual(900);
  expect(words).toBeLessThanOrEqual(1500);
});

test.each(course)("%s: every claim it shows is a claim of its lab", async (slug) => {
  const page = await rendered(slug);
  const cards = selectAll('[data-card="claim"]', page);
  for (const card of cards) {
    const [lab, claim] = attribute(card, "dataClaim").split("/");
    const { claims }: Lab = labs[lab as keyof typeof labs];
    const says = textOf(select("header p", card)!);
    const found = claims.find(({ id }) => id === claim);
    expect(says).toBe(unbroken(found?.says ?? ""));
    // So is on how many seeds it held, but for worked arithmetic.
    const spread = spreadOf(`${lab}/${claim}`);
    expect(/Held on \d+ of 20 seeds/.test(textOf(card))).toBe(spread !== null);
    // Its first picture is in the page, and so is its place in the lab.
    expect(select("img, svg", card)).not.toBeNull();
    expect(attribute(select("footer a", card)!, "href")).toMatch(`/labs/${lab}`);
  }
  const frames = selectAll("[data-lab]", page);
  expect(frames.length + cards.length).toBeGreaterThan(0);
  for (const frame of frames) {
    expect(Object.keys(labs)).toContain(attribute(frame, "dataLab"));
  }
});

test.each(course)(
  "%s: its placed questions are asked once, then its pool",
  async (slug) => {
    const page = await rendered(slug);
    const asked = selectAll("[data-question]", page).map((card) =>
      attribute(card, "dataQuestion"),
    );
    const text = await lessonText(slug);
    const placed = placedQuestions(text);
    const beside = (await readQuestions(slug)).map(({ id }) => id);
    const pool = beside.filter((id) => !placed.includes(id));
    expect(text.match(/<Quiz \/>/g)).toHaveLength(1);
    expect(asked).toEqual([...placed, ...setOf(pool, 0)]);
  },
);

test.each(course)("%s: mathematics comes with MathML", async (slug) => {
  const page = await rendered(slug);
  const formulas = selectAll(".katex", page);
  expect(selectAll(".katex math", page)).toHaveLength(formulas.length);
  expect(selectAll(".katex-error", page)).toHaveLength(0);
});

test.each(Object.values(labs))("the lab $id is found in its lessons", async ({ id }) => {
  const found = await lessonsWith(id);
  expect(found.length).toBeGreaterThan(0);
  for (const { slug, number } of found) {
    expect(course[number - 1]).toBe(slug);
    const asked = await readQuestions(slug);
    const predicted = asked.some((one) => one.kind === "predict" && one.lab === id);
    expect(predicted || (await lessonText(slug)).includes(`id="${id}"`)).toBe(true);
  }
});

test("a lab of no lesson is found in none", async () => {
  expect(await lessonsWith("net")).toEqual([]);
});

test("the course reads its heads in order", async () => {
  const heads = await readCourse();
  expect(heads.map(({ slug }) => slug)).toEqual(course);
  for (const { title, summary, question } of heads) {
    expect(title.length * summary.length).toBeGreaterThan(0);
    expect(question).toMatch(/\?$/);
  }
});

test.each([
  ["<Intor>\n\ntext\n\n</Intor>", "<Intor> is not a lesson tag"],
  ["<div>text</div>", "<div> is not a lesson tag"],
  ['<Figure name="lanes" alt="a" captoin="b" />', 'has no attribute "captoin"'],
  ['<Figure name="lanes" alt="a" />', 'needs the attribute "caption"'],
  ["<Lab id={labs[0]} />", "plain text attributes only"],
  ["The answer is {1 + 1}.", "no code of its own"],
  ["import fs from 'node:fs'\n\ntext", "no code of its own"],
  ["A fact [](source:nowhere).", 'no source "nowhere"'],
  ["A formula $\\fraction{1}{2}$.", "Undefined control sequence: \\fraction"],
  ["A **bold** word.", 'bold is for terms; "bold" is none'],
])("%j fails the build", async (text, says) => {
  await expect(compileLesson(text)).rejects.toThrow(says);
});

test("an unknown figure, lab, claim or question fails when the page is rendered", async () => {
  const wrong = [
    ['<Figure name="moon" alt="a" caption="b" />', 'no figure "moon"'],
    ['<Lab id="moon" />', 'no lab "moon"'],
    ['<Lab id="network" claim="moon" />', 'no claim "moon"'],
    ['<Quiz questions="moon" />', 'no question "moon"'],
  ] as const;
  for (const [text, says] of wrong) {
    const Content = await compileLesson(text);
    const draw = () =>
      renderToStaticMarkup(<Content components={lessonComponents([], [], [])} />);
    expect(draw).toThrow(says);
  }
});

test("a heading keeps the id that it names, and shows its words alone", async () => {
  const Content = await compileLesson("## New words [#old-words]\n\n### Others");
  const html = renderToStaticMarkup(<Content />);
  expect(html).toContain('<h2 id="old-words">New words</h2>');
  expect(html).toContain('<h3 id="others">Others</h3>');
});

test("code is coloured in its language, for both themes", async () => {
  const Content = await compileLesson("```bash\nexport NAME='a' # why\n```");
  const page = fromHtml(renderToStaticMarkup(<Content />), { fragment: true });
  const looks = selectAll("pre code span[style]", page).map((one) =>
    attribute(one, "style"),
  );
  expect(new Set(looks).size).toBeGreaterThan(2);
  expect(looks.every((look) => /--shiki-light:.*--shiki-dark:/.test(look))).toBe(true);
  await expect(compileLesson("```nonsense\na\n```")).rejects.toThrow("nonsense");
});

test("what follows a prediction is folded up to the next heading or question", async () => {
  const source = [
    "Before.",
    '<Quiz questions="first guess" />',
    "It fell.",
    '<Note title="N">',
    "A note.",
    "</Note>",
    "### A part",
    "Another matter.",
    '<Quiz questions="second" />',
    '<Quiz questions="guess" />',
    "It rose.",
    '<Quiz questions="second" />',
    "More.",
  ].join("\n\n");
  const Content = await compileLesson(source, ["guess"]);
  const components = {
    Quiz: ({ questions }: { questions: string }) => <b>{questions}</b>,
    Note: ({ children }: { children: ReactNode }) => children,
    Told: ({ after, children }: { after: string; children: ReactNode }) => (
      <i data-told={after}>{children}</i>
    ),
  };
  const page = fromHtml(renderToStaticMarkup(<Content components={components} />));
  const folded = selectAll('[data-told="guess"]', page).map((one) => textOf(one).trim());
  expect(folded).toEqual(["It fell.A note.", "It rose."]);
  expect(textOf(page).replaceAll(/\s/g, "")).toBe(
    "Before.firstguessItfell.Anote.ApartAnothermatter.secondguessItrose.secondMore.",
  );
});

test.each(course)("%s: what follows a prediction is folded behind it", async (slug) => {
  const page = await rendered(slug);
  const cards = selectAll('[data-kind="predict"]', page).map((card) =>
    attribute(card, "dataQuestion"),
  );
  const folds = selectAll("details[data-told]", page);
  expect(folds.map((fold) => attribute(fold, "dataTold"))).toEqual(cards);
  for (const fold of folds) {
    expect(fold.properties.open).toBeFalsy();
    expect(textOf(fold).length).toBeGreaterThan(100);
    expect(selectAll("h2, h3, [data-question]", fold)).toEqual([]);
  }
});

const Definition = ({ of }: { of: string }) => <dfn>{of}</dfn>;
const Formula = ({ html }: { html: string }) => <i>{html}</i>;

/** The words that a text of the fourth lesson leads from, each with where it leads. */
async function linksOf(text: string): Promise<string[]> {
  const Content = await compileLesson(text, [], "loss-functions");
  const html = renderToStaticMarkup(<Content components={{ Definition, Formula }} />);
  return [
    ...html.matchAll(/<a href="\/glossary#term-([^"]*)" data-term="[^"]*">([^<]*)</g),
  ].map(([, term, word]) => `${word}: ${term}`);
}

test("a term of an earlier lesson leads to the glossary, once in a section", async () => {
  const text =
    "Losses fall. A loss rises.\n\n## More\n\nAll losses, of every hidden layer.";
  expect(await linksOf(text)).toEqual([
    "Losses: loss",
    "losses: loss",
    "hidden layer: hidden-layer",
  ]);
});

test("a term leads nowhere in the section that introduces it, nor before", async () => {
  const text = "An outlier.\n\nThe **outlier**, an outlier.\n\n## More\n\nIts outliers.";
  expect(await linksOf(text)).toEqual(["outliers: outlier"]);
  expect(await linksOf("A quota is for later.")).toEqual([]);
});

test("headings, links, code and words that mean something else stay as they are", async () => {
  const text =
    "## The loss\n\n[the loss](/labs) and `loss`, for example Windows, $\\text{loss}$, lossless.";
  expect(await linksOf(text)).toEqual([]);
});

/** A lesson's text as a page has it, its formulas as their parts. */
async function pageOf(text: string): Promise<string> {
  const Content = await compileLesson(text);
  const Formula = ({ end }: { end: string }) => <i>formula{end}</i>;
  return renderToStaticMarkup(<Content components={{ Formula }} />);
}

test("no line begins with a percent sign, nor with the mark after a short formula", async () => {
  expect(await pageOf("Say 90 % and 5.5 %. All % of it.")).toBe(
    "<p>Say 90\u00A0% and 5.5\u00A0%. All % of it.</p>",
  );
  expect(await pageOf("Take $x$, $xy$). Then $x$ and $y$")).toBe(
    "<p>Take <i>formula,</i> <i>formula).</i> Then <i>formula</i> and <i>formula</i></p>",
  );
  // A long one may be broken, and stands alone.
  expect(await pageOf("So $x = y$.")).toBe("<p>So <i>formula</i>.</p>");
});
