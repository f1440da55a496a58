// How long a lesson takes, from what it holds.

/** Says how minutes are reckoned, wherever they are shown. */
export const minutesRule =
  "Minutes are reckoned: one for 200 words, two for each lab, half a one for each question.";

/** The words of a lesson’s text, without its frontmatter, code, formulas, tags, ids and addresses. */
export function wordsOf(text: string): number {
  const read = text
    .replace(/^---\n[\s\S]*?\n---\n/, "")
    .replaceAll(/```[\s\S]*?```|\$\$[\s\S]*?\$\$|\$[^$\n]+\$/g, " ")
    .replaceAll(/<[^>]*>|\]\([^)]*\)|\[#[^\]]*\]/g, " ");
  return read.match(/\p{L}[\p{L}\d’'-]*/gu)?.length ?? 0;
}

/** The minutes that a lesson takes, to the nearest five; `questions` counts all of them. */
export function minutesOf(text: string, questions: number): number {
  const labs = text.match(/^<Lab /gm)?.length ?? 0;
  const minutes = wordsOf(text) / 200 + 2 * labs + questions / 2;
  return Math.max(5, 5 * Math.round(minutes / 5));
}
