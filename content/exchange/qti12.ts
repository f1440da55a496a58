// Questions as a QTI 1.2 package: a zip in the form in which Canvas writes its quizzes.
import {
  element,
  htmlOf,
  namespace,
  xmlDocument,
  xmlText,
} from "@/content/markup/markup";
import { material, type Qti12Form } from "@/content/markup/qti12-parts";
import { drawn, present, type Question } from "@/content/quiz/question";
import { filedKinds } from "@/content/quiz/question-file";
import type { Exported } from "./gift";
import { zipOf } from "./zip";

/** A file, and the questions that it has no type for. */
export type Packed = { bytes: Uint8Array; leftOut: readonly Question[] };

const schemas = {
  canvas: "http://www.imsglobal.org/xsd/ims_qtiasiv1p2p1.xsd",
  cartridge: "http://www.imsglobal.org/profile/cc/ccv1p3/ccv1p3_qtiasiv1p2p1_v1p0.xsd",
};

const packaging = namespace(
  "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1",
  "http://www.imsglobal.org/xsd/imscp_v1p1.xsd",
);

/** Names and values that importers ask for. */
const metadata = (fields: Readonly<Record<string, string>>) =>
  element(
    "qtimetadata",
    {},
    Object.entries(fields)
      .map(([name, value]) =>
        element(
          "qtimetadatafield",
          {},
          element("fieldlabel", {}, name) + element("fieldentry", {}, xmlText(value)),
        ),
      )
      .join(""),
  );

const outcomes = element(
  "outcomes",
  {},
  element("decvar", {
    ...{ varname: "SCORE", vartype: "Decimal", minvalue: 0, maxvalue: 100 },
  }),
);

/** One question as XML, with the numbers and in the order of the seed; null where it has no type. */
function itemOf(
  question: Question,
  form: Qti12Form,
  { seed, placeOf }: Exported,
): string | null {
  const asked = drawn(question, seed);
  const { qti12, shownHereAlone } = filedKinds[asked.kind];
  const parts = qti12(asked, present(question, seed), form);
  if (!parts) return null;
  const place = shownHereAlone ? placeOf(asked) : null;
  const see = place ? ` <a href="${xmlText(place)}">See it in the lesson.</a>` : "";
  const asks = material(`<p>${htmlOf(asked.asks)}${parts.more ?? ""}${see}</p>`);
  const known: Record<Qti12Form, Record<string, string>> = {
    canvas: { question_type: parts.type, points_possible: "1" },
    cartridge: { cc_profile: parts.type },
  };
  const words = parts.words.map(([ident, html]) =>
    element("itemfeedback", { ident }, element("flow_mat", {}, material(html))),
  );
  return element(
    "item",
    {
      ident: `item_${asked.id.replaceAll("-", "_")}`,
      title: asked.id.replaceAll("-", " "),
    },
    element("itemmetadata", {}, metadata(known[form])) +
      element("presentation", {}, asks + parts.responses) +
      element("resprocessing", {}, outcomes + parts.conditions.join("")) +
      words.join(""),
  );
}

/** A quiz as XML, and the questions that it has no type for; `xml` is null where none is left. */
export function quizOf(
  questions: readonly Question[],
  form: Qti12Form,
  ident: string,
  exported: Exported,
): { xml: string | null; leftOut: readonly Question[] } {
  const items = questions.map((question) => itemOf(question, form, exported));
  const leftOut = questions.filter((_, at) => items[at] === null);
  if (leftOut.length === questions.length) return { xml: null, leftOut };
  const exam = {
    ...{ cc_profile: "cc.exam.v0p1", qmd_assessmenttype: "Examination" },
    qmd_scoretype: "Percentage",
  };
  const section = element("section", { ident: "root_section" }, items.join(""));
  const quiz = element(
    "assessment",
    { ident, title: exported.title },
    (form === "cartridge" ? metadata(exam) : "") + section,
  );
  const space = namespace("http://www.imsglobal.org/xsd/ims_qtiasiv1p2", schemas[form]);
  return { xml: xmlDocument(element("questestinterop", space, quiz)), leftOut };
}

/** The bytes of the zip: the same ones for the same questions, title and seed. */
export function canvasOf(questions: readonly Question[], exported: Exported): Packed {
  const { xml, leftOut } = quizOf(questions, "canvas", "quiz", exported);
  const resource = element(
    "resource",
    { identifier: "quiz", type: "imsqti_xmlv1p2" },
    element("file", { href: "quiz.xml" }),
  );
  const schema =
    element("schema", {}, "IMS Content") + element("schemaversion", {}, "1.1.3");
  const manifest = element(
    "manifest",
    { ...packaging, identifier: "manifest" },
    element("metadata", {}, schema) +
      element("organizations", {}) +
      element("resources", {}, xml === null ? "" : resource),
  );
  const files: [string, string][] = [["imsmanifest.xml", xmlDocument(manifest)]];
  if (xml !== null) files.push(["quiz.xml", xml]);
  return { bytes: zipOf(files), leftOut };
}
