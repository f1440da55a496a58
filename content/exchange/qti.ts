import { strToU8, type Zippable, zipSync } from "fflate";
import { element, namespace, xmlDocument } from "@/content/markup/markup";
import { drawn, meant, type Question, targetsOf } from "@/content/quiz/question";
import type { Exported } from "./gift";
import { itemParts, type Shown } from "./qti-kinds";

// Questions as a QTI 2.1 package: a zip that Canvas and others import as one quiz.

/** The bytes of the zip: the same ones for the same questions, title and seed. */
export function qtiOf(questions: readonly Question[], exported: Exported): Uint8Array {
  const files: Zippable = {
    "imsmanifest.xml": strToU8(manifestOf(questions)),
    "test.xml": strToU8(testOf(questions, exported.title)),
  };
  for (const question of questions) {
    files[fileOf(question)] = strToU8(itemOf(question, exported));
  }
  // A zip holds the local time of its files; fflate takes this one as it is written.
  return zipSync(files, { mtime: new Date(2026, 0, 1) });
}

// One question as a QTI 2.1 item.

/** The order in which a page would show the parts for the seed. */
function shownOrder(question: Question, seed: number): Shown {
  const order = (length: number) => Array.from({ length }, (_, at) => at);
  const parts = (length: number) => {
    const ticks = meant(question, seed, { kind: "ticked", options: order(length) });
    return ticks.kind === "ticked" ? ticks.options : [];
  };
  if (question.kind === "order")
    return { parts: parts(question.items.length), targets: [] };
  if (question.kind === "match") {
    const { length } = question.pairs;
    const to = order(length).map((at) => (at < targetsOf(question).length ? at : null));
    const matched = meant(question, seed, { kind: "matched", to });
    const shown = parts(length);
    const targets = matched.kind === "matched" ? shown.map((at) => matched.to[at]) : [];
    return { parts: shown, targets: targets.filter((at) => typeof at === "number") };
  }
  return {
    parts: "options" in question ? parts(question.options.length) : [],
    targets: [],
  };
}

const outcome = (identifier: string, cardinality: string, baseType: string, more = {}) =>
  element("outcomeDeclaration", { identifier, cardinality, baseType, ...more });

/** Its XML, with the numbers of the seed. */
function itemOf(question: Question, { seed, placeOf }: Exported): string {
  const asked = drawn(question, seed);
  const seen = asked.kind === "point" || asked.kind === "predict";
  const place = seen ? placeOf(asked) : null;
  const asks = place ? `${asked.asks} (${place})` : asked.asks;
  const parts = itemParts(asked, asks, shownOrder(asked, seed));
  const score = (value: number) =>
    element(
      "setOutcomeValue",
      { identifier: "SCORE" },
      element("baseValue", { baseType: "float" }, String(value)),
    );
  const judged = element(
    "responseCondition",
    {},
    element("responseIf", {}, parts.right + score(1)) +
      element("responseElse", {}, score(0)),
  );
  const words = parts.words.map(([identifier, html]) =>
    element(
      "modalFeedback",
      { outcomeIdentifier: "FEEDBACK", identifier, showHide: "show" },
      html,
    ),
  );
  const head = {
    ...qtiNamespace,
    identifier: nameOf(asked),
    title: asked.id.replaceAll("-", " "),
    adaptive: false,
    timeDependent: false,
  };
  return xmlDocument(
    element(
      "assessmentItem",
      head,
      parts.declaration +
        outcome("SCORE", "single", "float", { normalMaximum: 1, normalMinimum: 0 }) +
        outcome("FEEDBACK", parts.cardinality, "identifier") +
        element("itemBody", {}, parts.body) +
        element("responseProcessing", {}, judged + parts.feedback) +
        words.join(""),
    ),
  );
}

// What a QTI 2.1 package says of its items: the test that asks them, and the manifest.

const qtiNamespace = namespace(
  "http://www.imsglobal.org/xsd/imsqti_v2p1",
  "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
);
const packaging = namespace(
  "http://www.imsglobal.org/xsd/imscp_v1p1",
  "http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd",
);

/** An XML name cannot begin with a digit, as an id may. */
const nameOf = ({ id }: Question) => `item-${id}`;
const fileOf = (question: Question) => `items/${nameOf(question)}.xml`;

function testOf(questions: readonly Question[], title: string): string {
  const refs = questions.map((question) =>
    element("assessmentItemRef", {
      identifier: nameOf(question),
      href: fileOf(question),
    }),
  );
  const section = { identifier: "section", title, visible: true };
  const part = {
    identifier: "part",
    navigationMode: "nonlinear",
    submissionMode: "individual",
  };
  return xmlDocument(
    element(
      "assessmentTest",
      { ...qtiNamespace, identifier: "test", title },
      element("testPart", part, element("assessmentSection", section, refs.join(""))),
    ),
  );
}

function manifestOf(questions: readonly Question[]): string {
  const resource = (identifier: string, type: string, href: string, inner = "") =>
    element("resource", { identifier, type, href }, element("file", { href }) + inner);
  const items = questions.map((question) =>
    resource(nameOf(question), "imsqti_item_xmlv2p1", fileOf(question)),
  );
  const needed = questions.map((question) =>
    element("dependency", { identifierref: nameOf(question) }),
  );
  const test = resource("test", "imsqti_test_xmlv2p1", "test.xml", needed.join(""));
  const schema =
    element("schema", {}, "QTIv2.1 Package") + element("schemaversion", {}, "1.0.0");
  return xmlDocument(
    element(
      "manifest",
      { ...packaging, identifier: "manifest" },
      element("metadata", {}, schema) +
        element("organizations", {}) +
        element("resources", {}, test + items.join("")),
    ),
  );
}
