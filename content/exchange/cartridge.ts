// Lessons as a Common Cartridge 1.3: links to lessons and labs, and their questions as quizzes.
// https://www.imsglobal.org/cc/ccv1p3/imscc_profilev1p3-Implementation.html
import { element, namespace, xmlDocument, xmlText } from "@/content/markup/markup";
import type { Question } from "@/content/quiz/question";
import type { Exported } from "./gift";
import { type Packed, quizOf } from "./qti12";
import { zipOf } from "./zip";

/** A lesson. `name`: its slug. `links`: the lesson itself and its labs, with whole addresses. */
export type Module = {
  name: string;
  title: string;
  links: readonly { title: string; address: string }[];
  questions: readonly Question[];
};

const cartridge = "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1";
const lom = "http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest";
const profile = "http://www.imsglobal.org/profile/cc/ccv1p3";

const packaging = {
  ...namespace(cartridge, `${profile}/ccv1p3_imscp_v1p2_v1p0.xsd`),
  "xmlns:lomimscc": lom,
};
const places = `${packaging["xsi:schemaLocation"]} ${lom} ${profile}/LOM/ccv1p3_lommanifest_v1p0.xsd`;

const webLink = namespace(
  "http://www.imsglobal.org/xsd/imsccv1p3/imswl_v1p3",
  `${profile}/ccv1p3_imswl_v1p3.xsd`,
);

/** Something of a module: its line in the list, and its file. */
type Entry = {
  identifier: string;
  title: string;
  type: string;
  path: string;
  xml: string;
};

function linksOf({ name, links }: Module): Entry[] {
  return links.map(({ title, address }, at) => ({
    identifier: `link-${name}-${at + 1}`,
    title,
    type: "imswl_xmlv1p3",
    path: `links/${name}-${at + 1}.xml`,
    xml: xmlDocument(
      element(
        "webLink",
        webLink,
        element("title", {}, xmlText(title)) +
          element("url", { href: address, target: "_blank" }),
      ),
    ),
  }));
}

/** The bytes of the cartridge: the same ones for the same modules, title and seed. */
export function cartridgeOf(modules: readonly Module[], exported: Exported): Packed {
  const leftOut: Question[] = [];
  const contents = modules.map((module) => {
    const identifier = `quiz-${module.name}`;
    const title = `Questions: ${module.title}`;
    const quiz = quizOf(module.questions, "cartridge", identifier, {
      ...exported,
      title,
    });
    leftOut.push(...quiz.leftOut);
    const entries = linksOf(module);
    if (quiz.xml !== null) {
      const type = "imsqti_xmlv1p2/imscc_xmlv1p3/assessment";
      const path = `quizzes/${module.name}.xml`;
      entries.push({ identifier, title, type, path, xml: quiz.xml });
    }
    return { module, entries };
  });
  const items = contents.map(({ module: { name, title }, entries }) =>
    element(
      "item",
      { identifier: `module-${name}` },
      element("title", {}, xmlText(title)) +
        entries
          .map((entry) =>
            element(
              "item",
              { identifier: `item-${entry.identifier}`, identifierref: entry.identifier },
              element("title", {}, xmlText(entry.title)),
            ),
          )
          .join(""),
    ),
  );
  const all = contents.flatMap(({ entries }) => entries);
  const resources = all.map(({ identifier, type, path }) =>
    element("resource", { identifier, type }, element("file", { href: path })),
  );
  const title = element(
    "lomimscc:title",
    {},
    element("lomimscc:string", { language: "en" }, xmlText(exported.title)),
  );
  const manifest = element(
    "manifest",
    { ...packaging, "xsi:schemaLocation": places, identifier: "manifest" },
    element(
      "metadata",
      {},
      element("schema", {}, "IMS Common Cartridge") +
        element("schemaversion", {}, "1.3.0") +
        element("lomimscc:lom", {}, element("lomimscc:general", {}, title)),
    ) +
      element(
        "organizations",
        {},
        element(
          "organization",
          { identifier: "organization", structure: "rooted-hierarchy" },
          element("item", { identifier: "root" }, items.join("")),
        ),
      ) +
      element("resources", {}, resources.join("")),
  );
  const files = all.map(({ path, xml }) => [path, xml] as const);
  return {
    bytes: zipOf([["imsmanifest.xml", xmlDocument(manifest)], ...files]),
    leftOut,
  };
}
