// Questions as a QTI 2.1 package: a zip that Canvas and others import as one quiz.
import { element, namespace, xmlDocument } from "@/content/markup/markup";
import { drawn, present, type Question } from "@/content/quiz/question";
import { filedKinds } from "@/content/quiz/question-file";
import type { Exported } from "./gift";
import { zipOf } from "./zip";

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

/** The bytes of the zip: the same ones for the same questions, title and seed. */
export function qtiOf(questions: readonly Question[], exported: Exported): Uint8Array {
  return zipOf([
    ["imsmanifest.xml", manifestOf(questions)],
    ["test.xml", testOf(questions, exported.title)],
    ...questions.map((one) => [fileOf(one), itemOf(one, exported)] as const),
  ]);
}

const outcome = (identifier: string, cardinality: string, baseType: string, more = {}) =>
  element("outcomeDeclaration", { identifier, cardinality, baseType, ...more });

/** One question as XML, with the numbers and in the order of the seed. */
function itemOf(question: Question, { seed, placeOf }: Exported): string {
  const asked = drawn(question, seed);
  const { qti, shownHereAlone } = filedKinds[asked.kind];
  const place = shownHereAlone ? placeOf(asked) : null;
  const asks = place ? `${asked.asks} (${place})` : asked.asks;
  const parts = qti(asked, asks, present(question, seed));
  const { rules, template } = parts.scoring;
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
        element(
          "responseProcessing",
          template ? { template } : {},
          rules + parts.feedback,
        ) +
        words.join(""),
    ),
  );
}

/** The test that asks all items. */
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

/** The list of what the package holds. */
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
