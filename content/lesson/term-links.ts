// Terms in the text of a lesson, as links to what they mean.
import type { PhrasingContent, Root } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { SKIP, visit } from "unist-util-visit";
import { course, type Slug } from "../course";
import { type Term, termId, terms } from "../terms";

/** Where no term is looked up: it is named, listed or led from already. */
const apart = new Set(["heading", "link", "strong", "YouWillLearn", "Recap"]);

const formsOf = ({ term, forms }: Term) => [term, ...forms];

/** Any term as it is written in a text; the first letter of a sentence is large. */
const written = new RegExp(
  `(?<![\\w-])(?:${terms
    .flatMap(formsOf)
    .toSorted((one, other) => other.length - one.length)
    .map((form) => `[${form.charAt(0)}${form.charAt(0).toUpperCase()}]${form.slice(1)}`)
    .join("|")})(?![\\w-])`,
  "g",
);

const termOf = (text: string) =>
  terms.find((term) => formsOf(term).some((form) => form.slice(1) === text.slice(1)));

/** The term that a word stands for after what is before it; undefined where for none. */
function meantBy(word: string, before: string): Term | undefined {
  const term = termOf(word);
  const begins = /(^|[.!?:]\s)$/.test(before);
  // “For example” and “would score” speak of no term, and Windows is no window.
  if (
    /\b(for|would) $/i.test(before) ||
    (!begins && word.charAt(0) !== term?.term.charAt(0))
  ) {
    return undefined;
  }
  return term;
}

const linkTo = ({ term }: Term, text: string): PhrasingContent => ({
  type: "link",
  url: `/glossary#${termId(term)}`,
  children: [{ type: "text", value: text }],
  data: { hProperties: { "data-term": term } },
});

/**
 * Links the first place in each section of a lesson that speaks of a term, where an earlier
 * section or an earlier lesson introduced it. Comes before terms in bold are definitions.
 */
export function termLinks(slug: Slug) {
  const earlier = course.slice(0, course.indexOf(slug)).map(String);
  return () => (tree: Root) => {
    const open = new Set(terms.filter(({ lesson }) => earlier.includes(lesson)));
    const left = new Set(open);
    visit(tree, (node, index, parent) => {
      const name = "name" in node ? node.name : node.type;
      if (node.type === "heading" && node.depth === 2) {
        for (const term of open) left.add(term);
      }
      if (node.type === "strong") {
        const introduced = termOf(textOf(node));
        if (introduced) open.add(introduced);
      }
      if (apart.has(String(name))) return SKIP;
      if (node.type !== "text" || index === undefined || !parent) return undefined;
      const pieces: PhrasingContent[] = [];
      let at = 0;
      for (const { 0: word, index: place } of node.value.matchAll(written)) {
        const term = meantBy(word, node.value.slice(0, place));
        if (!term || !left.delete(term)) continue;
        const value = node.value.slice(at, place);
        if (value) pieces.push({ type: "text", value });
        pieces.push(linkTo(term, word));
        at = place + word.length;
      }
      if (at === 0) return undefined;
      pieces.push({ type: "text", value: node.value.slice(at) });
      parent.children.splice(index, 1, ...pieces);
      return [SKIP, index + pieces.length];
    });
  };
}
