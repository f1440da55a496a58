// What a QTI 2.1 package says of its items: the test that asks them, and the manifest.
import type { Question } from "../question";
import { element, namespace, xmlDocument } from "./xml";

export const qtiNamespace = namespace(
  "http://www.imsglobal.org/xsd/imsqti_v2p1",
  "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
);
const packaging = namespace(
  "http://www.imsglobal.org/xsd/imscp_v1p1",
  "http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd",
);

/** An XML name cannot begin with a digit, as an id may. */
export const nameOf = ({ id }: Question) => `item-${id}`;
export const fileOf = (question: Question) => `items/${nameOf(question)}.xml`;

export function testOf(questions: readonly Question[], title: string): string {
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

export function manifestOf(questions: readonly Question[]): string {
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
