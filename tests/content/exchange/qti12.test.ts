// QTI 1.2 and Common Cartridge out; read by an unzipper and a parser that did not write them,
// and held against the bindings and the profile's own rules.
import { afterAll, beforeAll, expect, test } from "vitest";
import { cartridgeOf, type Module } from "@/content/exchange/cartridge";
import { canvasOf } from "@/content/exchange/qti12";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import { drawn, type Question } from "@/content/quiz/question";
import { filedKinds } from "@/content/quiz/question-file";
import { times } from "../../soak";
import { everyKind, questionOf } from "../quiz/every-kind";
import { cartridgeManifest, faults, profile, qti12, webLink } from "./content-model";
import { field, processed } from "./qti12-score";
import { randomQuestion } from "./random-question";
import { all, type Node, openReader, textOf, the } from "./xml-reader";
import { zipEntries } from "./zip-entries";

const exported = { title: 'All <of> "it" & more', seed: 3, placeOf: () => null };

let reader: Awaited<ReturnType<typeof openReader>>;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader.close());

async function opened(zip: Uint8Array): Promise<Map<string, Node>> {
  const entries = zipEntries(zip);
  const nodes = await reader.read([...entries.values()]);
  return new Map([...entries.keys()].map((name, at) => [name, nodes[at] as Node]));
}

const moduleOf = (
  questions: readonly Question[],
  more: Partial<Module> = {},
): Module => ({
  ...{ name: "all", title: "All & more", questions },
  links: [{ title: "The lesson", address: "https://a.example/course/lessons/x?a=1&b=2" }],
  ...more,
});

async function course(): Promise<Question[]> {
  const lessons = await readAllQuestions();
  return [...lessons.flatMap(({ questions }) => questions), ...everyKind];
}

const canvasTypes = {
  ...{ one: "multiple_choice_question", several: "multiple_answers_question" },
  ...{ point: "multiple_choice_question", predict: "multiple_choice_question" },
  ...{ number: "numerical_question", blank: "short_answer_question" },
  ...{ order: "matching_question", match: "matching_question" },
};

test("a package for Canvas is a manifest and a quiz that holds every question", async () => {
  const questions = await course();
  const { bytes, leftOut } = canvasOf(questions, exported);
  expect(leftOut).toEqual([]);
  const files = await opened(bytes);
  expect([...files.keys()]).toEqual(["imsmanifest.xml", "quiz.xml"]);
  const [manifest, quiz] = [...files.values()] as [Node, Node];
  const [resource, ...others] = all(manifest, "resource");
  expect(others).toEqual([]);
  expect(resource?.attributes.type).toBe("imsqti_xmlv1p2");
  expect(resource && the(resource, "file").attributes.href).toBe("quiz.xml");
  expect(faults(quiz, qti12)).toEqual([]);
  expect(quiz.space).toBe("http://www.imsglobal.org/xsd/ims_qtiasiv1p2");
  expect(the(quiz, "assessment").attributes.title).toBe(exported.title);
  const items = all(quiz, "item");
  expect(items.map((item) => field(item, "question_type"))).toEqual(
    questions.map(({ kind }) => canvasTypes[kind]),
  );
  expect(new Set(items.map((item) => field(item, "points_possible")))).toEqual(
    new Set(["1"]),
  );
  const idents = items.map(({ attributes }) => attributes.ident);
  expect(new Set(idents).size).toBe(items.length);
  // New Quizzes takes a box to type in for an essay where “other” stands in its item.
  expect(all(quiz, "other")).toEqual([]);
});

test("a cartridge is a manifest with links, and a quiz that holds what its profile knows", async () => {
  const questions = await course();
  const modules = [
    moduleOf(questions),
    moduleOf([questionOf("match")], { name: "none" }),
  ];
  const { bytes, leftOut } = cartridgeOf(modules, exported);
  const files = await opened(bytes);
  expect([...files.keys()]).toEqual([
    ...["imsmanifest.xml", "links/all-1.xml", "quizzes/all.xml", "links/none-1.xml"],
  ]);
  const [manifest, link, quiz] = [...files.values()] as [Node, Node, Node];
  expect(faults(manifest, cartridgeManifest)).toEqual([]);
  expect(faults(link, webLink)).toEqual([]);
  expect(faults(quiz, profile)).toEqual([]);
  expect(manifest.space).toBe("http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1");
  expect(link.space).toBe("http://www.imsglobal.org/xsd/imsccv1p3/imswl_v1p3");
  expect(textOf(the(manifest, "schema"))).toBe("IMS Common Cartridge");
  expect(textOf(the(manifest, "schemaversion"))).toBe("1.3.0");
  expect(textOf(the(manifest, "string"))).toBe(exported.title);
  expect(the(link, "url").attributes.href).toBe(
    "https://a.example/course/lessons/x?a=1&b=2",
  );
  const resources = all(manifest, "resource");
  expect(resources.map(({ attributes }) => attributes.type)).toEqual([
    ...["imswl_xmlv1p3", "imsqti_xmlv1p2/imscc_xmlv1p3/assessment", "imswl_xmlv1p3"],
  ]);
  const hrefs = all(manifest, "file").map(({ attributes }) => attributes.href);
  expect(new Set(["imsmanifest.xml", ...hrefs])).toEqual(new Set(files.keys()));
  const lines = all(manifest, "item").flatMap(
    ({ attributes }) => attributes.identifierref ?? [],
  );
  expect(lines).toEqual(resources.map(({ attributes }) => attributes.identifier));
  const names = [...all(manifest, "item"), ...resources].map(
    ({ attributes }) => attributes.identifier,
  );
  expect(new Set(names).size).toBe(names.length);
  const left = new Set(leftOut.map(({ kind }) => kind));
  expect(left).toEqual(new Set(["match", "order", "number"]));
  expect(all(quiz, "item").length).toBe(questions.length + 1 - leftOut.length);
});

/** What the profile asks of each type: its responses and, of choices, how many at least. */
const profiled: Readonly<
  Record<string, [response: string, cardinality: string, least: number]>
> = {
  "cc.multiple_choice.v0p1": ["response_lid", "Single", 3],
  "cc.true_false.v0p1": ["response_lid", "Single", 2],
  "cc.multiple_response.v0p1": ["response_lid", "Multiple", 2],
  "cc.fib.v0p1": ["response_str", "Single", 1],
};

function checkProfile(item: Node) {
  const type = field(item, "cc_profile") ?? "";
  const [response, cardinality, least] = profiled[type] ?? ["none", "", 0];
  const asked = the(item, "presentation");
  const [only, ...others] = [
    ...all(asked, "response_lid"),
    ...all(asked, "response_str"),
  ];
  expect([type, only?.name, others.length]).toEqual([type, response, 0]);
  expect(only?.attributes.rcardinality).toBe(cardinality);
  const labels = all(asked, "response_label").map(({ attributes }) => attributes.ident);
  expect(labels.length).toBeGreaterThanOrEqual(least);
  if (type === "cc.true_false.v0p1") expect(labels.length).toBe(2);
  const values = all(item, "varequal");
  for (const { attributes } of values) {
    expect(attributes.respident).toBe(only?.attributes.ident);
  }
  if (response === "response_lid") {
    expect(values.map(textOf).filter((value) => !labels.includes(value))).toEqual([]);
  }
}

const random = times(200, 2000);

test(`${random} random questions keep to the bindings, and show every text they name`, async () => {
  const questions = Array.from({ length: random }, (_, seed) => randomQuestion(seed));
  const canvas = await opened(canvasOf(questions, exported).bytes);
  const { bytes, leftOut } = cartridgeOf([moduleOf(questions)], exported);
  const cartridge = await opened(bytes);
  const [quiz, other] = [canvas.get("quiz.xml"), cartridge.get("quizzes/all.xml")];
  if (!quiz || !other) throw new Error("no quiz");
  expect(faults(quiz, qti12)).toEqual([]);
  expect(faults(other, profile)).toEqual([]);
  expect(all(quiz, "item").length).toBe(random);
  expect(all(other, "item").length).toBe(random - leftOut.length);
  for (const item of all(other, "item")) checkProfile(item);
  for (const item of [...all(quiz, "item"), ...all(other, "item")]) {
    const shown = all(item, "displayfeedback").map(
      ({ attributes }) => attributes.linkrefid,
    );
    const written = all(item, "itemfeedback").map(({ attributes }) => attributes.ident);
    expect(new Set(shown)).toEqual(new Set(written));
  }
});

/** Characters that XML forbids, and those that look like it. */
const hostile = [
  ...["\u0000", "\u0008", "\u000c", "\u001f", "\ufffe", "\ud83d", "\udc00", "\u202e"],
  ...[
    "]]>",
    "<!DOCTYPE x [",
    "<?xml?>",
    "&bogus;",
    "&#0;",
    "<![CDATA[",
    "𝒳",
    "👩‍🔬",
    "שלום",
  ],
];

/** The same question with signs thrown into its texts. */
function spoilt(question: Question, seed: number): Question {
  const texts = [
    "asks",
    "text",
    "why",
    "to",
    "right",
    "wrong",
    "unit",
    "accepts",
    "misses",
  ];
  let at = seed;
  const spoil = (value: unknown, key: string): unknown => {
    if (typeof value === "string" && texts.includes(key)) {
      at += 1;
      return `${value}${hostile[at % hostile.length]}𝒴`;
    }
    if (Array.isArray(value)) return value.map((one) => spoil(one, key));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, spoil(one, name)]),
    );
  };
  return spoil(question, "") as Question;
}

test(`${random} questions of any signs are well-formed, and lose only what XML forbids`, async () => {
  const questions = Array.from({ length: random }, (_, seed) =>
    spoilt(randomQuestion(seed), seed),
  );
  const title = hostile.join("");
  const modules = [
    moduleOf(questions, { title, links: [{ title, address: "https://a.b/" }] }),
  ];
  const canvas = await opened(canvasOf(questions, { ...exported, title }).bytes);
  await opened(cartridgeOf(modules, { ...exported, title }).bytes);
  const quiz = canvas.get("quiz.xml");
  const items = quiz ? all(quiz, "item") : [];
  expect(items.length).toBe(random);
  for (const item of items) {
    expect(textOf(the(the(item, "presentation"), "mattext"))).toContain("𝒴");
  }
});

test("what is said of an answer is what is said here", async () => {
  const asked = everyKind.map((question) => drawn(question, exported.seed));
  const files = await opened(canvasOf(everyKind, exported).bytes);
  const quiz = files.get("quiz.xml");
  if (!quiz) throw new Error("no quiz");
  const saidOf = (kind: string, given: [respident: string, values: string[]][]) => {
    const item = all(quiz, "item")[asked.findIndex((one) => one.kind === kind)] as Node;
    const { shown } = processed(item, new Map(given));
    const texts = all(item, "itemfeedback").map(
      (one) => [one.attributes.ident, textOf(the(one, "mattext"))] as const,
    );
    return shown.map((ident) => new Map(texts).get(ident));
  };
  const labelOf = (kind: string, text: string) => {
    const item = all(quiz, "item")[asked.findIndex((one) => one.kind === kind)] as Node;
    const found = all(item, "response_label").find((one) => textOf(one) === text);
    return found?.attributes.ident ?? "";
  };
  expect(saidOf("one", [["response1", [labelOf("one", "This")]]])).toEqual(["No."]);
  expect(
    saidOf("several", [
      ["response1", [labelOf("several", "This"), labelOf("several", "And this")]],
    ]),
  ).toEqual(["Yes.", "Yes again."]);
  const number = asked.find((one) => one.kind === "number");
  if (number?.kind !== "number") throw new Error("no number");
  expect(saidOf("number", [["response1", [String(number.answer)]]])).toEqual([
    number.right,
  ]);
  expect(saidOf("number", [["response1", ["-1"]]])).toEqual(["Multiply."]);
  expect(saidOf("blank", [["response1", ["One PASS"]]])).toEqual(["So it is."]);
  expect(saidOf("blank", [["response1", ["step"]]])).toEqual(["Read again."]);
  expect(saidOf("match", [["response_1", ["1"]]]).join("")).toMatch(
    /It grows\..*Nor does it\./,
  );
});

test("what only this site shows comes with a link to its lesson", async () => {
  const place = "https://a.b/c?d=e&f=g#h";
  const files = await opened(
    canvasOf(everyKind, { ...exported, placeOf: () => place }).bytes,
  );
  const quiz = files.get("quiz.xml");
  const linked = everyKind.filter(
    (_, at) =>
      quiz &&
      textOf(all(quiz, "item")[at] as Node).includes(
        '<a href="https://a.b/c?d=e&amp;f=g#h">',
      ),
  );
  expect(linked.map(({ kind }) => kind)).toEqual(["point", "predict"]);
  expect(linked.every(({ kind }) => filedKinds[kind].shownHereAlone)).toBe(true);
});

test("a number is in a cartridge as it is written; one that may be rounded is left out", async () => {
  const number = (answer: number, within: number): Question => ({
    ...{ ...questionOf("number"), variants: null, answer, within },
    id: `n-${String(answer).replace(/\W/g, "-")}`,
  });
  const numbers = [number(16, 0.001), number(-1600.5, 0.05), number(0.25, 0.01)];
  const { bytes, leftOut } = cartridgeOf([moduleOf(numbers)], exported);
  expect(leftOut.map(({ id }) => id)).toEqual(["n-0-25"]);
  const quiz = (await opened(bytes)).get("quizzes/all.xml");
  const forms =
    quiz && all(quiz, "item").map((item) => all(item, "varequal").map(textOf));
  expect(forms).toEqual([
    ["16"],
    ["-1600.5", "−1600.5", "-1600,5", "−1600,5", "-1,600.5", "−1,600.5"],
  ]);
});

test("the same questions give the same bytes", () => {
  const [one, other] = [canvasOf(everyKind, exported), canvasOf(everyKind, exported)];
  expect(one).toEqual(other);
  expect(canvasOf(everyKind, { ...exported, seed: 4 })).not.toEqual(one);
  const modules = [moduleOf(everyKind)];
  expect(cartridgeOf(modules, exported)).toEqual(cartridgeOf(modules, exported));
});
