// The small language of lessons: its tags, how a term is introduced and a source cited.
// These are plugins for the Markdown that stands between the tags.
import type { Element, Root as HtmlRoot, Text } from "hast";
import katex from "katex";
import type { Heading, Link, PhrasingContent, Root, Strong } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import { toString as textOf } from "mdast-util-to-string";
import { SKIP, visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { unbroken } from "@/labs/arithmetic/number-text";
import { isSourceName, type SourceName } from "../sources";
import { terms } from "../terms";

/** Every tag a lesson may use, with its attributes; "?" marks one that may be missing. */
const lessonTags = {
  Intro: [],
  YouWillLearn: [],
  Lab: ["id", "claim?"],
  Note: ["title"],
  Pitfall: ["title"],
  Figure: ["name", "alt", "caption"],
  Recap: [],
  Quiz: ["questions?"],
  Sources: [],
} as const satisfies Record<string, readonly string[]>;

/** The name of a tag. */
export type LessonTag = keyof typeof lessonTags;

type Tag = MdxJsxFlowElement | MdxJsxTextElement;

function refuseTag({ name, attributes }: Tag): string | null {
  if (name === null || !Object.hasOwn(lessonTags, name)) {
    return `<${name ?? ""}> is not a lesson tag; there are ${Object.keys(lessonTags).join(", ")}`;
  }
  const known: readonly string[] = lessonTags[name as LessonTag];
  const given = attributes.map((attribute) =>
    attribute.type === "mdxJsxAttribute" && typeof attribute.value === "string"
      ? attribute.name
      : null,
  );
  if (given.includes(null)) return `<${name}> takes plain text attributes only`;
  const odd = given.find((key) => !known.some((name) => name.replace("?", "") === key));
  if (odd) return `<${name}> has no attribute "${odd}"`;
  const missing = known.find((key) => !key.endsWith("?") && !given.includes(key));
  return missing ? `<${name}> needs the attribute "${missing}"` : null;
}

/** Fails on a tag or an attribute outside the closed set, and on any expression. */
export function closedTags() {
  return (tree: Root, file: VFile) => {
    visit(tree, (node) => {
      if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") {
        const why = refuseTag(node);
        if (why) file.fail(why, node.position);
      }
      if (node.type.startsWith("mdx") && !node.type.startsWith("mdxJsx")) {
        file.fail("a lesson holds no code of its own", node.position);
      }
    });
  };
}

/** A tag that a plugin puts into the text; a lesson may not write it itself. */
function inserted(
  name: "Citation" | "Definition",
  of: string,
  children: PhrasingContent[] = [],
): MdxJsxTextElement {
  const attributes = [{ type: "mdxJsxAttribute" as const, name: "of", value: of }];
  return { type: "mdxJsxTextElement", name, attributes, children };
}

/** Turns `[](source:name)` into `<Citation of="name" />`. */
export function citations() {
  return (tree: Root, file: VFile) => {
    visit(tree, "link", (node: Link, index, parent) => {
      const name = node.url.match(/^source:(.*)$/)?.[1];
      if (name === undefined || index === undefined) return;
      if (!isSourceName(name)) return file.fail(`no source "${name}"`, node.position);
      parent?.children.splice(index, 1, inserted("Citation", name));
      // No line begins with the number that a source has in the text.
      const before = parent?.children[index - 1];
      if (before?.type === "text") before.value = before.value.replace(/\s$/, "\u00a0");
    });
  };
}

/** The end of a heading that keeps the id of its earlier words: `## New words [#old-words]`. */
const ownId = / \[#([a-z0-9-]+)\]$/;

/** The words of a heading, and the id that it gives itself; without one it has its slug. */
export function headingOf(line: string) {
  return { title: line.replace(ownId, ""), id: ownId.exec(line)?.[1] };
}

/** Gives each heading the id that it names, so that links to its earlier words still lead. */
export function headingIds() {
  return (tree: Root) => {
    visit(tree, "heading", (node: Heading) => {
      const last = node.children.at(-1);
      if (last?.type !== "text") return;
      const { title, id } = headingOf(last.value);
      if (id === undefined) return;
      last.value = title;
      node.data = { ...node.data, hProperties: { id } };
    });
  };
}

type Block = Root["children"][number];

/** The first of these questions that a block asks; undefined where it asks none. */
function askedBy(block: Block, wanted: ReadonlySet<string>): string | undefined {
  if (block.type !== "mdxJsxFlowElement" || block.name !== "Quiz") return undefined;
  const [ids] = block.attributes.flatMap((attribute) =>
    attribute.type === "mdxJsxAttribute" && attribute.name === "questions"
      ? [attribute.value]
      : [],
  );
  return typeof ids === "string"
    ? ids.split(/\s+/).find((id) => wanted.has(id))
    : undefined;
}

/** Ends what the text says after a prediction: another subject, or another question. */
const endsTelling = (block: Block) =>
  block.type === "heading" ||
  (block.type === "mdxJsxFlowElement" &&
    ["Quiz", "Recap", "Sources"].includes(block.name ?? ""));

/**
 * Puts what the text says after a prediction into `<Told after="its id">`: the blocks up to
 * the next heading or question, for they tell what came of it.
 */
export function toldAfterPredictions(predictions: readonly string[]) {
  const wanted = new Set(predictions);
  return () => (tree: Root) => {
    const blocks: Block[] = [];
    let told: Block[] = blocks;
    for (const block of tree.children) {
      if (endsTelling(block)) told = blocks;
      told.push(block);
      const after = askedBy(block, wanted);
      if (after === undefined) continue;
      told = [];
      blocks.push({
        type: "mdxJsxFlowElement",
        name: "Told",
        attributes: [{ type: "mdxJsxAttribute", name: "after", value: after }],
        // Filled with the blocks that follow.
        children: told as MdxJsxFlowElement["children"],
      });
    }
    tree.children = blocks.filter(
      (block) =>
        block.type !== "mdxJsxFlowElement" ||
        block.name !== "Told" ||
        block.children.length > 0,
    );
  };
}

/** Turns a term in bold into the place of its definition: `<Definition of="term">`. */
export function definitions() {
  return (tree: Root, file: VFile) => {
    visit(tree, "strong", (node: Strong, index, parent) => {
      const text = textOf(node).toLowerCase();
      const found = terms.find(({ term, forms }) =>
        [term, ...forms].some((form) => form.toLowerCase() === text),
      );
      if (!found) return file.fail(`bold is for terms; "${text}" is none`, node.position);
      if (index === undefined) return;
      parent?.children.splice(
        index,
        1,
        inserted("Definition", found.term, node.children),
      );
    });
  };
}

/** KaTeX’s own element around a formula. */
const around = /^<span class="(katex|katex-display)">(.*)<\/span>$/s;

/** A piece of a formula between two of which a line may be broken. */
const piece = '<span class="base">';

/** What must not begin a line. */
const mark = /^[,.;:!?)’”]+/;

/**
 * Turns mathematics into `<Formula kind="its class" html="what is drawn" end="," />`: a
 * formula is a hundred elements, and one to React. `end` is the mark after a formula in one
 * piece, which is not to begin a line. Fails where KaTeX does not know what is written.
 */
export function formulas() {
  return (tree: HtmlRoot, file: VFile) => {
    visit(tree, "element", (node: Element, index, parent) => {
      const [inside] = node.tagName === "pre" ? node.children : [node];
      if (inside?.type !== "element" || index === undefined || !parent) return;
      const { className } = inside.properties;
      if (!Array.isArray(className) || !className.includes("language-math")) return;
      const displayMode = className.includes("math-display");
      const drawn = katex.renderToString(textOf(inside), { displayMode, strict: true });
      const [, kind = "", html = ""] = around.exec(drawn) ?? [];
      if (!html) return file.fail("KaTeX draws this in a way of its own", node.position);
      const next = parent.children[index + 1];
      const whole = !displayMode && html.split(piece).length === 2;
      const [end = ""] = (whole && next?.type === "text" && mark.exec(next.value)) || [];
      if (next?.type === "text") next.value = next.value.slice(end.length);
      parent.children[index] = {
        type: "mdxJsxTextElement",
        name: "Formula",
        attributes: Object.entries({ kind, html, end }).map(([name, value]) => ({
          type: "mdxJsxAttribute",
          name,
          value,
        })),
        children: [],
      };
      return SKIP;
    });
  };
}

/** Keeps a number and its percent sign in one line. */
export function percents() {
  return (tree: HtmlRoot) => {
    visit(tree, "text", (node: Text) => {
      node.value = unbroken(node.value);
    });
  };
}

/** The names of the sources that a lesson's text cites, in the order of first use. */
export function citedIn(text: string): SourceName[] {
  const names = [...text.matchAll(/\]\(source:([^)]*)\)/g)].map(
    (match) => match[1] ?? "",
  );
  return [...new Set(names)].filter(isSourceName);
}

/** The ids of the questions that a lesson's text places itself: the others are its pool. */
export function placedQuestions(text: string): string[] {
  const lists = [...text.matchAll(/<Quiz questions="([^"]*)"/g)];
  return lists.flatMap(([, ids = ""]) => ids.split(/\s+/).filter(Boolean));
}
